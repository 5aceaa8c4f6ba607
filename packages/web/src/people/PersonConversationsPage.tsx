/** A person's own conversations, newest first: what every number of their page rests on. */
import { type ConversationRow, qualityIds, qualityWords, verdicts } from '@rapport/contract';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { dayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LevelTag } from '../design/LevelTag.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { isUnsure } from '../design/level-words.ts';
import { Section } from '../design/Section.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { usePersonConversations } from './use-people.ts';
import './PersonPage.css';

export function PersonConversationsPage() {
  const { authorId = '' }: { authorId?: string } = useParams({ strict: false });
  const search: Record<string, string> = useSearch({ strict: false });
  const quality = qualityIds.find((id) => id === search.quality);
  const verdict = verdicts.find((one) => one === search.verdict);
  const query = usePersonConversations(authorId, { ...(quality && { quality }), ...(verdict && { verdict }) });
  const [first] = query.data?.pages ?? [];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const who = first ? (first.own ? 'My work' : first.name) : 'A person';
  usePageTitle(`${who}, conversations`);
  return (
    <>
      <TopStrip
        where={
          <>
            <Link to={`/people/${authorId}`}>{who}</Link> / <b>Conversations</b>
          </>
        }
      />
      {query.isError ? (
        <>
          <h1>These conversations could not be opened.</h1>
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        </>
      ) : (
        <h1>
          {first ? <span className="marker">{first.total.toLocaleString()}</span> : null}{' '}
          {first?.total === 1 ? 'conversation' : 'conversations'}
          {quality ? ` that called for ${qualityWords[quality].name.toLowerCase()}` : ''}.
        </h1>
      )}
      {query.isPending ? <LoadingState bars={6}>Fetching them, newest first.</LoadingState> : null}
      {first && !query.isError ? (
        <Section
          title="Newest first"
          className="person-list"
          link={quality ? <QualityLinks authorId={authorId} /> : null}
        >
          <ul className="person-rows">
            {rows.map((row) => (
              <Row key={row.id} row={row} quality={quality} />
            ))}
          </ul>
          {query.hasNextPage ? (
            <Button
              onClick={() => void query.fetchNextPage()}
              blocked={query.isFetchingNextPage ? 'They are coming' : undefined}
            >
              Show more
            </Button>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}

function QualityLinks({ authorId }: { authorId: string }) {
  return <Link to={`/people/${authorId}/conversations`}>Show all of them</Link>;
}

function Row({ row, quality }: { row: ConversationRow; quality: string | undefined }) {
  return (
    <li>
      <Link to={`/conversations/${row.id}`} search={quality ? { quality } : {}}>
        <span className="say-small">“{row.firstWords}”</span>
        <span className="caption">
          {[row.customer, row.lastAt ? dayWords(row.lastAt, new Date()) : null].filter(Boolean).join(' · ')}
        </span>
      </Link>
      {quality && row.verdict ? (
        <LevelTag verdict={row.verdict} unsure={row.verdictConfidence !== null && isUnsure(row.verdictConfidence)} />
      ) : null}
    </li>
  );
}
