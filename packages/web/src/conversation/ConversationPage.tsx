/** One conversation: the words, what was found in them, and why. */
import type { ConversationDetail, QualityId } from '@rapport/contract';
import { qualityIds } from '@rapport/contract';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useHolds } from '../accounts/use-me.ts';
import { useConversationArticles } from '../articles/use-articles.ts';
import { type ListPlace, listSearch, parseListPlace } from '../conversations/list-address.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { MaskedSection } from '../masked/MaskedSection.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { CareSection } from './CareSection.tsx';
import { ConversationHead } from './ConversationHead.tsx';
import { drawnMarks, evidenceMarks, marksOf } from './evidence-marks.ts';
import { SidePanel } from './SidePanel.tsx';
import { scrollToMark, scrollToMessage } from './scroll-to.ts';
import { Transcript } from './Transcript.tsx';
import { useConversation } from './use-conversation.ts';
import { type Neighbours, useNeighbours } from './use-neighbours.ts';
import './ConversationPage.css';

export function ConversationPage() {
  const { conversationId = '' }: { conversationId?: string } = useParams({ strict: false });
  const search: Record<string, string> = useSearch({ strict: false });
  const place = parseListPlace(search);
  const query = useConversation(conversationId);
  const neighbours = useNeighbours(place, conversationId);
  const navigate = useNavigate();
  usePageTitle(query.data?.subject || 'Conversation');

  // The list is the team's; whoever may not read it came from their own page.
  const mayList = useHolds('reader');
  const toList = () =>
    void (mayList
      ? navigate({ to: '/conversations', search: listSearch({ ...place, at: conversationId }) })
      : navigate({ to: '/my-work' }));
  const to = (id: string | undefined) =>
    id === undefined
      ? undefined
      : void navigate({
          to: `/conversations/${encodeURIComponent(id)}`,
          search: listSearch({ ...place, at: undefined }),
        });
  useKeys({ next: () => to(neighbours.after), back: () => to(neighbours.before), close: toList });

  return (
    <>
      <TopStrip
        where={
          <>
            {mayList ? <ListLink place={place} conversationId={conversationId} /> : <Link to="/my-work">My work</Link>}{' '}
            / <b>{query.data?.sourceId ?? conversationId}</b>
          </>
        }
      >
        {mayList || place.picked.length > 0 ? <Steps neighbours={neighbours} onGo={to} /> : null}
      </TopStrip>
      {query.isPending ? (
        <>
          <h1 className="conversation-title">Conversation</h1>
          <LoadingState bars={8}>Fetching the words and what was found in them.</LoadingState>
        </>
      ) : null}
      {query.isError ? (
        <>
          <h1 className="conversation-title">This conversation could not be fetched.</h1>
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        </>
      ) : null}
      {query.data && !query.isError ? <ConversationFound detail={query.data} search={search} place={place} /> : null}
    </>
  );
}

interface FoundProps {
  detail: ConversationDetail;
  search: Record<string, string>;
  place: ListPlace;
}

function ConversationFound({ detail, search, place }: FoundProps) {
  const navigate = useNavigate();
  const articles = useConversationArticles(detail.id);
  const marks = useMemo(() => evidenceMarks(detail), [detail]);
  const assessment = detail.assessments.find((one) => one.agentId === search.who) ?? detail.assessments[0];
  const agent = assessment?.agent;
  const mark = marks.find((one) => one.label === search.mark);
  const quality: QualityId | undefined =
    qualityIds.find((id) => id === search.show) ?? mark?.moments[0]?.quality ?? place.filter.quality;
  const drawn = useMemo(() => drawnMarks(marks, quality), [marks, quality]);

  const show = (next: { mark?: string | undefined; show?: string | undefined; who?: string }) => {
    const { mark: _, show: __, ...rest } = search;
    const words = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
    void navigate({ to: '.', search: { ...rest, ...words }, replace: true });
    if (next.mark) scrollToMark(next.mark);
  };
  const nextMark = () => {
    const at = drawn.findIndex((one) => one.label === mark?.label);
    const next = drawn[(at + 1) % Math.max(1, drawn.length)];
    if (next) show({ mark: next.label });
  };
  const evidence = () => {
    if (!quality || !agent) return nextMark();
    const own = marksOf(marks, agent, quality);
    const at = own.findIndex((one) => one.label === mark?.label);
    const next = own[(at + 1) % Math.max(1, own.length)];
    if (next) show({ mark: next.label, show: quality });
  };
  useKeys({ 'next-evidence': nextMark, evidence });

  return (
    <>
      <ConversationHead detail={detail} />
      <CareSection steps={detail.orderOfCare} onSelect={scrollToMessage} />
      <div className="conversation">
        <Transcript
          messages={detail.messages}
          cited={articles.data?.cited ?? []}
          marks={drawn}
          current={mark}
          onSelect={(label) => show({ mark: label === mark?.label ? undefined : label })}
        />
        <SidePanel
          detail={detail}
          marks={marks}
          assessment={assessment}
          quality={quality}
          mark={mark}
          onQuality={(id) => show({ show: id, mark: undefined })}
          onMark={(label) => show({ mark: label, show: quality })}
          onAgent={(agentId) => show({ who: agentId })}
          searchForOthers={listSearch({ ...place, filter: {}, picked: [] })}
        />
      </div>
      <MaskedSection conversationId={detail.id} />
      <p className="visually-hidden" aria-live="polite">
        {mark ? `Evidence ${mark.label}: ${mark.quote}` : ''}
      </p>
    </>
  );
}

function ListLink({ place, conversationId }: { place: ListPlace; conversationId: string }) {
  return (
    <Link to="/conversations" search={listSearch({ ...place, at: conversationId })}>
      Conversations
    </Link>
  );
}

function Steps({ neighbours, onGo }: { neighbours: Neighbours; onGo: (id: string | undefined) => void }) {
  return (
    <span className="conversation-steps">
      {neighbours.position === null ? null : <span>{neighbours.position}</span>}
      <button type="button" aria-disabled={neighbours.before === undefined} onClick={() => onGo(neighbours.before)}>
        Back
      </button>
      <button type="button" aria-disabled={neighbours.after === undefined} onClick={() => onGo(neighbours.after)}>
        Next
      </button>
    </span>
  );
}
