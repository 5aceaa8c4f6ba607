/** What agents contested, what waits for a decision, and how often a reading was changed. */
import type { Dispute, listDisputes, ResponseOf } from '@rapport/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { DisputeRow } from './DisputeRow.tsx';
import { useDisputes } from './use-disputes.ts';
import '../design/answered-list.css';

export function DisputesPage() {
  usePageTitle('Disputes');
  const query = useDisputes();
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const all = query.data?.disputes ?? [];
  const open = all.filter(({ state }) => state === 'open');
  const closed = all.filter(({ state }) => state !== 'open');
  const inOrder = [...open, ...closed];
  const at = inOrder.findIndex(({ id }) => id === String(search.at));
  const move = (step: number) => {
    const next = inOrder[Math.min(inOrder.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    if (next) void navigate({ to: '/disputes', search: { at: next.id }, replace: true });
  };
  useKeys({ next: () => move(1), back: () => move(-1) });
  const list = (rows: readonly Dispute[]) => (
    <ul className="answered">
      {rows.map((one) => (
        <DisputeRow key={one.id} dispute={one} isHere={one.id === String(search.at)} />
      ))}
    </ul>
  );
  return (
    <>
      <TopStrip where={<b>Disputes</b>} />
      <h1>
        <Headline open={open.length} closed={closed.length} />
      </h1>
      <p className="second answered-lead">
        Whoever a reading is about may contest it with another one and a reason. Until another person has decided it is
        in no average. {query.data ? <Summary summary={query.data.summary} /> : null}
      </p>
      {query.isPending ? <LoadingState>Fetching the disputes.</LoadingState> : null}
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data && all.length === 0 ? (
        <EmptyState title="Nothing is contested.">
          An agent who is signed in finds “Contest this” beside every reading of their own service: in a conversation
          under the quality, and in a finished review.
        </EmptyState>
      ) : null}
      {open.length > 0 ? (
        <Section title="Waiting for a decision" beside={`${open.length}`}>
          {list(open)}
        </Section>
      ) : null}
      {closed.length > 0 ? (
        <Section title="Closed" beside={`${closed.length}`}>
          {list(closed)}
        </Section>
      ) : null}
    </>
  );
}

function Headline({ open, closed }: { open: number; closed: number }) {
  if (open === 0) {
    return closed === 0 ? (
      'A reading can be wrong.'
    ) : (
      <>
        <span className="marker">Every dispute</span> is decided.
      </>
    );
  }
  return (
    <>
      <span className="marker">{open === 1 ? 'One dispute' : `${open} disputes`}</span> {open === 1 ? 'waits' : 'wait'}{' '}
      for a decision.
    </>
  );
}

function Summary({ summary }: { summary: ResponseOf<typeof listDisputes>['summary'] }) {
  const { windowDays, decided, changed } = summary;
  const hundredth = (share: number | null) => Math.round((share ?? 0) * 100);
  return (
    <>
      There are {windowDays} days for it.{' '}
      {changed.value === null
        ? decided === 0
          ? ''
          : `${decided} ${decided === 1 ? 'was' : 'were'} decided: too few for a share.`
        : `Of ${decided} decided ones ${hundredth(changed.value)} in 100 were changed, likely ${hundredth(changed.lower)}–${hundredth(changed.upper)}.`}
    </>
  );
}
