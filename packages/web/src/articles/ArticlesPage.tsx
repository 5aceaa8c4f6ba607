/** What the team has written down: searched, and which replies name it. */
import type { FoundArticle } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useHolds } from '../accounts/use-me.ts';
import { Button, buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ArticleFilterBar } from './ArticleFilterBar.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import { type ArticleFilter, articleSearch, parseArticleFilter } from './article-address.ts';
import { countWords } from './article-words.ts';
import { useArticles } from './use-articles.ts';
import './ArticlesPage.css';

export function ArticlesPage() {
  usePageTitle('Articles');
  const address: Record<string, string> = useSearch({ strict: false });
  const filter = parseArticleFilter(address);
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const query = useArticles(filter);
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ articles }) => articles) ?? [];
  const at = rows.findIndex(({ id }) => id === String(address.at));
  const go = (next: ArticleFilter) => void navigate({ to: '/articles', search: articleSearch(next), replace: true });
  const move = (step: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    if (next) void navigate({ to: '/articles', search: { ...articleSearch(filter), at: next.id }, replace: true });
  };
  const open = () => {
    const one = rows[at];
    if (one) void navigate({ to: `/articles/${encodeURIComponent(one.id)}` });
  };
  useKeys({ next: () => move(1), back: () => move(-1), open, filter: () => field.current?.focus() });
  const isEmpty = first !== undefined && Object.values(first.counts).every((count) => count === 0);
  return (
    <>
      <TopStrip where={<b>Articles</b>} />
      <Headline counts={first?.counts} />
      <p className="second articles-lead">
        Found by their words in their own language, with the conversations whose replies name them. <Gaps />
      </p>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState bars={5}>Fetching the articles.</LoadingState> : null}
      {isEmpty ? <NoArticles /> : null}
      {first && !isEmpty ? (
        <>
          <ArticleFilterBar filter={filter} found={first} fieldRef={field} onChange={go} />
          <p className="caption" role="status">
            {countWords(first.total, 'article')}
            {filter.search === '' ? '' : ' found'}
          </p>
          <ArticleList rows={rows} at={at} />
          {query.hasNextPage ? (
            <p className="articles-more">
              <Button
                onClick={() => void query.fetchNextPage()}
                blocked={query.isFetching ? 'More is on its way' : undefined}
              >
                Show more
              </Button>
            </p>
          ) : null}
        </>
      ) : null}
    </>
  );
}

function Headline({ counts }: { counts: Record<'public' | 'internal' | 'draft' | 'gone', number> | undefined }) {
  const answering = counts === undefined ? 0 : counts.public + counts.internal;
  if (answering === 0) return <h1>What your team has written down.</h1>;
  return (
    <h1>
      <span className="marker">{countWords(answering, 'article')}</span> can answer questions.
    </h1>
  );
}

/** The team's questions are for those who read for the team. */
function Gaps() {
  return useHolds('reader') ? <Link to="/articles/gaps">See which questions have none.</Link> : null;
}

function NoArticles() {
  const mayBring = useHolds('admin');
  return (
    <EmptyState
      title="No articles are here yet."
      action={
        mayBring ? (
          <Link to="/sources/articles" className={buttonClass({ kind: 'primary' })}>
            Bring in articles
          </Link>
        ) : undefined
      }
    >
      Bring in your help centre from Zendesk Guide, Intercom, Help Scout Docs or Markdown. Rapport then shows which
      articles fit what a customer asked, which replies name one, and which questions have none.
      {mayBring ? '' : ' An admin can do it under Sources.'}
    </EmptyState>
  );
}

function ArticleList({ rows, at }: { rows: readonly FoundArticle[]; at: number }) {
  if (rows.length === 0)
    return <EmptyState title="No article holds these words.">Try fewer, or other ones.</EmptyState>;
  return (
    <ul className="articles">
      {rows.map((one, index) => (
        <ArticleRow key={one.id} article={one} isHere={index === at} />
      ))}
    </ul>
  );
}
