/** A look at the current row without leaving the list: what was found, and with Space the words themselves. */
import { type ConversationDetail, qualityIds, qualityWords } from '@rapport/contract';
import { useConversation } from '../conversation/use-conversation.ts';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LevelTag } from '../design/LevelTag.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { isUnsure } from '../design/level-words.ts';
import { Section } from '../design/Section.tsx';
import { Tag } from '../design/Tag.tsx';
import { reasonWords } from '../first-run/not-scored-words.ts';
import { type FilterWord, signalNames } from './filter-words.ts';
import './PeekPanel.css';

interface PeekPanelProps {
  conversationId: string | undefined;
  /** Show the words too. */
  whole: boolean;
  namesHidden: boolean;
  onOpen: (id: string) => void;
  onClose: () => void;
}

export function PeekPanel({ conversationId, whole, namesHidden, onOpen, onClose }: PeekPanelProps) {
  const query = useConversation(conversationId);
  return (
    <aside className="peek" aria-label="Peek">
      {conversationId === undefined ? <HowToPeek /> : null}
      {conversationId !== undefined && query.isError ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : null}
      {conversationId !== undefined && query.isPending ? (
        <LoadingState>Fetching this conversation.</LoadingState>
      ) : null}
      {conversationId !== undefined && query.data ? (
        <Peek detail={query.data} whole={whole} onOpen={() => onOpen(conversationId)} onClose={onClose} />
      ) : null}
      {namesHidden ? (
        <p className="caption peek-names">
          Agents are called “Agent 1 …” here until your team has filled in its agents’ rights form: who may see whose
          results, and why. Transcripts keep the words that were sent.
        </p>
      ) : null}
    </aside>
  );
}

function HowToPeek() {
  return (
    <Section title="Peek">
      <p className="second">
        Pick a row with J and K or a click: what was found in it stands here. Space shows its words, Enter opens it.
      </p>
      <p className="caption peek-legend">
        Feeling: hollow is the customer’s first message, filled the last. Heard: from the first voiced trouble to the
        first acknowledgement. A dashed level: the machine is unsure.
      </p>
    </Section>
  );
}

interface PeekProps {
  detail: ConversationDetail;
  whole: boolean;
  onOpen: () => void;
  onClose: () => void;
}

function Peek({ detail, whole, onOpen, onClose }: PeekProps) {
  return (
    <Section title={detail.subject || 'In short'} className="peek-section">
      <p className="peek-summary">{detail.summary}</p>
      <p className="peek-signals">
        {detail.exceptional ? <Tag tone="strength">Exceptional</Tag> : null}
        {signalsOf(detail).map((name) => (
          <Tag key={name}>{name}</Tag>
        ))}
      </p>
      {detail.notScored ? <p className="second">Not scored: {reasonWords(detail.notScored)}.</p> : null}
      <ul className="peek-levels">
        {levelsOf(detail).map((one) => (
          <li key={`${one.agent} ${one.quality}`}>
            <span>{qualityWords[one.quality].name}</span>
            <LevelTag verdict={one.verdict} unsure={isUnsure(one.confidence)} />
          </li>
        ))}
      </ul>
      {whole ? (
        <ol className="peek-words">
          {detail.messages
            .filter((message) => message.visibility === 'public')
            .map((message) => (
              <li key={message.id} className={message.role}>
                <span className="caption">{message.author}</span>
                <p className="say-small">{message.text}</p>
              </li>
            ))}
        </ol>
      ) : null}
      <p className="peek-buttons">
        <Button size="small" kind="primary" shortcut="Enter" onClick={onOpen}>
          Open
        </Button>
        {whole ? (
          <Button size="small" shortcut="Esc" onClick={onClose}>
            Close
          </Button>
        ) : null}
      </p>
    </Section>
  );
}

/** What was missed or half met, the surest first; all that was met is not listed one by one. */
function levelsOf(detail: ConversationDetail) {
  return detail.assessments
    .flatMap(({ agent, qualities }) =>
      qualityIds.flatMap((quality) => {
        const { verdict, confidence } = qualities[quality];
        return verdict === 'missed' || verdict === 'partly' ? [{ agent, quality, verdict, confidence }] : [];
      }),
    )
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, 6);
}

const signalsOf = (detail: ConversationDetail): FilterWord['value'][] => [
  ...new Set([
    ...detail.signals.map((signal) => signalNames[signal.kind]),
    ...(detail.wroteAgain === true ? [signalNames['wrote-again']] : []),
  ]),
];
