/** One article, whole, and the conversations whose replies name it. */
import type { WholeArticle } from '@rapport/contract';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { dayWords, wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ArticleTags } from './ArticleTags.tsx';
import { countWords, languageWords } from './article-words.ts';
import { useArticle, useCitations } from './use-articles.ts';
import './ArticlesPage.css';

export function ArticlePage() {
  const { articleId = '' }: { articleId?: string } = useParams({ strict: false });
  const query = useArticle(articleId);
  const navigate = useNavigate();
  usePageTitle(query.data?.title ?? 'Article');
  useKeys({ close: () => void navigate({ to: '/articles' }) });
  return (
    <>
      <TopStrip
        where={
          <>
            <Link to="/articles">Articles</Link> / <b>{query.data?.helpCentre ?? 'One of them'}</b>
          </>
        }
      />
      <h1>{query.isError ? 'This article could not be fetched.' : (query.data?.title ?? 'Article')}</h1>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState bars={6}>Fetching its words.</LoadingState> : null}
      {query.data ? <Found article={query.data} /> : null}
    </>
  );
}

function Found({ article }: { article: WholeArticle }) {
  const { section, updatedAt, goneAt, url, keywords, translations, text } = article;
  return (
    <>
      <p className="caption article-about">
        <ArticleTags article={article} />
        {section === '' ? null : <span>{section}</span>}
        {updatedAt ? <span>changed on {wholeDayWords(updatedAt)}</span> : null}
        {keywords.length > 0 ? <span>{keywords.join(', ')}</span> : null}
        {url ? (
          <a href={url} target="_blank" rel="noopener noreferrer">
            Open it in the help centre
          </a>
        ) : null}
      </p>
      {goneAt ? (
        <p className="note">
          It was not in the import of {wholeDayWords(goneAt)} any more, so it answers no questions. It is kept because
          replies may name it.
        </p>
      ) : null}
      <div className="article-middle">
        <Section title="What it says">
          {text === '' ? (
            <p className="second">It holds no words, only its title.</p>
          ) : (
            <p className="article-text">{text}</p>
          )}
        </Section>
        <div>
          <Citations article={article} />
          {translations.length > 0 ? (
            <Section title="In other languages" className="article-other">
              <ul className="article-translations">
                {translations.map(({ id, locale, title }) => (
                  <li key={id}>
                    <Link to={`/articles/${encodeURIComponent(id)}`}>{title}</Link>{' '}
                    <span className="caption">{languageWords(locale)}</span>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
        </div>
      </div>
    </>
  );
}

function Citations({ article }: { article: WholeArticle }) {
  const query = useCitations(article.id);
  const list = query.data?.pages.flatMap(({ citations }) => citations) ?? [];
  return (
    <Section
      title="Named in replies"
      beside={article.conversations > 0 ? countWords(article.conversations, 'conversation') : undefined}
    >
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState>Looking who names it.</LoadingState> : null}
      {query.data && list.length === 0 ? (
        <p className="second">No reply that you may read names it by its address or its title.</p>
      ) : null}
      <ul className="article-citations">
        {list.map((one) => (
          <li key={one.conversationId}>
            <Link to={`/conversations/${encodeURIComponent(one.conversationId)}`}>
              {one.subject || 'Without a subject'}
            </Link>{' '}
            <span className="caption">{one.at ? dayWords(one.at, new Date()) : 'no date'}</span>
            <p className="say-small">“{one.quote}”</p>
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <p className="articles-more">
          <Button size="small" onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </p>
      ) : null}
    </Section>
  );
}
