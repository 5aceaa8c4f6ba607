/** How articles come in: a file at a time, read in the background, and what came of each. */
import type { ArticleImport, HelpCentre } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { dayAndTimeWords } from '../design/dates.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { SourcesFrame } from '../sources/SourcesFrame.tsx';
import { ArticleFileForm } from './ArticleFileForm.tsx';
import { articleSearch } from './article-address.ts';
import { countWords, importWords } from './article-words.ts';
import { RefusedArticles } from './RefusedArticles.tsx';
import { RemoveHelpCentre } from './RemoveHelpCentre.tsx';
import { useArticleImports } from './use-articles.ts';
import './ArticleSourcesPage.css';

export function ArticleSourcesPage() {
  const query = useArticleImports();
  const centres = query.data?.helpCentres ?? [];
  const imports = query.data?.imports ?? [];
  const [asked, setAsked] = useState<
    { what: 'refused'; one: ArticleImport } | { what: 'remove'; one: HelpCentre } | null
  >(null);
  const answering = centres.reduce((sum, { articles }) => sum + articles.public + articles.internal, 0);
  return (
    <SourcesFrame
      name="Articles"
      title={
        answering === 0 ? (
          'Let your articles be looked up.'
        ) : (
          <>
            <span className="marker">{countWords(answering, 'article')}</span> can be looked up.
          </>
        )
      }
      lead="What your team has written down, beside what it answers. An article moves nobody’s score; it shows what was there to be said, and what is still to be written."
    >
      <Section title="Bring in articles">
        <ArticleFileForm known={centres.map(({ name }) => name)} />
      </Section>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState bars={2}>Asking what is here.</LoadingState> : null}
      {query.data && centres.length === 0 && imports.length === 0 ? (
        <EmptyState title="No help centre is here yet.">Choose a file above; it is read in a moment.</EmptyState>
      ) : null}
      {centres.length > 0 ? (
        <Section title="Help centres" className="article-part">
          <ul className="article-centres">
            {centres.map((one) => (
              <li key={one.name}>
                <Link
                  to="/articles"
                  search={articleSearch({ search: '', show: 'all', helpCentre: one.name })}
                  className="bold"
                >
                  {one.name}
                </Link>
                <span className="second">{centreWords(one)}</span>
                <Button size="small" kind="quiet" onClick={() => setAsked({ what: 'remove', one })}>
                  Remove<span className="visually-hidden"> {one.name}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {imports.length > 0 ? (
        <Section title="Files" className="article-part">
          <ul className="article-files">
            {imports.map((one) => (
              <li key={one.id}>
                <p>
                  <b className="bold">{one.fileName}</b>{' '}
                  <span className="caption">
                    {dayAndTimeWords(one.at)}, by {one.by}
                    {one.helpCentre === '' ? '' : `, to ${one.helpCentre}`}
                  </span>
                </p>
                <p className={one.failure === null ? 'second' : 'attention'}>{importWords(one)}</p>
                {one.counts.refused > 0 ? (
                  <p>
                    <Button size="small" kind="quiet" onClick={() => setAsked({ what: 'refused', one })}>
                      See {one.counts.refused.toLocaleString()} refused
                    </Button>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {asked?.what === 'refused' ? <RefusedArticles file={asked.one} onClose={() => setAsked(null)} /> : null}
      {asked?.what === 'remove' ? <RemoveHelpCentre helpCentre={asked.one} onClose={() => setAsked(null)} /> : null}
    </SourcesFrame>
  );
}

function centreWords({ articles }: HelpCentre): string {
  const parts = [
    [articles.public, 'for customers'],
    [articles.internal, 'for the team alone'],
    [articles.draft, articles.draft === 1 ? 'draft' : 'drafts'],
    [articles.gone, 'gone'],
  ] as const;
  return parts.flatMap(([count, words]) => (count > 0 ? `${count.toLocaleString()} ${words}` : [])).join(', ');
}
