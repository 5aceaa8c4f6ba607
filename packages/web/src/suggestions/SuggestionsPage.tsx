/** What people proposed out of conversations, and what was answered. */
import type { Suggestion } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { SuggestionRow } from './SuggestionRow.tsx';
import { useSuggestions } from './use-suggestions.ts';
import '../design/answered-list.css';

export function SuggestionsPage() {
  usePageTitle('Suggestions');
  const query = useSuggestions();
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const all = query.data?.suggestions ?? [];
  const open = all.filter(({ state }) => state === 'open');
  const answered = all.filter(({ state }) => state !== 'open');
  const inOrder = [...open, ...answered];
  const at = inOrder.findIndex(({ id }) => id === String(search.at));
  const move = (step: number) => {
    const next = inOrder[Math.min(inOrder.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    if (next) void navigate({ to: '/suggestions', search: { at: next.id }, replace: true });
  };
  useKeys({ next: () => move(1), back: () => move(-1) });
  const list = (rows: readonly Suggestion[]) => (
    <ul className="answered">
      {rows.map((one) => (
        <SuggestionRow
          key={one.id}
          suggestion={one}
          isHere={one.id === String(search.at)}
          mayAnswer={query.data?.mayAnswer === true}
          owners={query.data?.owners ?? []}
        />
      ))}
    </ul>
  );
  return (
    <>
      <TopStrip where={<b>Suggestions</b>} />
      <h1>{query.data ? <Headline open={open.length} answered={answered.length} /> : 'What people proposed.'}</h1>
      <p className="second answered-lead">
        Whoever talks with customers sees first which article, macro or rule is missing. Each proposal has an owner, and
        an answer in words.
      </p>
      {query.isPending ? <LoadingState>Fetching the suggestions.</LoadingState> : null}
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data && all.length === 0 ? (
        <EmptyState
          title="Nothing is proposed yet."
          action={
            <Link to="/conversations" className={buttonClass({ size: 'small' })}>
              Read conversations
            </Link>
          }
        >
          Open a conversation, select the words that show what is missing, and suggest it from the panel beside them.
        </EmptyState>
      ) : null}
      {open.length > 0 ? (
        <Section title="Open" beside={`${open.length}`}>
          {list(open)}
        </Section>
      ) : null}
      {answered.length > 0 ? (
        <Section title="Answered" beside={`${answered.length}`}>
          {list(answered)}
        </Section>
      ) : null}
    </>
  );
}

function Headline({ open, answered }: { open: number; answered: number }) {
  if (open === 0) {
    return answered === 0 ? (
      'What people proposed.'
    ) : (
      <>
        <span className="marker">Every suggestion</span> has its answer.
      </>
    );
  }
  return (
    <>
      <span className="marker">{open === 1 ? 'One suggestion' : `${open} suggestions`}</span>{' '}
      {open === 1 ? 'waits' : 'wait'} for an answer.
    </>
  );
}
