/** The scorecard of one author, what was promised and given, and what else is known of this customer. */
import { type ConversationDetail, isKept, type QualityId, whyNeverScored } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { ConversationArticles } from '../articles/ConversationArticles.tsx';
import { CalibrationsOf, SendToCalibration } from '../calibration/CalibrationPart.tsx';
import { PromiseButton } from '../contacts/PromiseButton.tsx';
import { signalNames } from '../conversations/filter-words.ts';
import { dayWords } from '../design/dates.ts';
import { Section } from '../design/Section.tsx';
import { Tag } from '../design/Tag.tsx';
import { JudgePanel } from '../judge/JudgePanel.tsx';
import { ThankButton } from '../people/ThankButton.tsx';
import { PinButton } from '../reviews/PinButton.tsx';
import { ReviewButtons } from '../reviews/ReviewButtons.tsx';
import { SuggestButton } from '../suggestions/SuggestButton.tsx';
import { brokenQuotes, type Mark } from './evidence-marks.ts';
import { PromiseList } from './PromiseList.tsx';
import { Scorecard } from './Scorecard.tsx';
import './SidePanel.css';

interface SidePanelProps {
  detail: ConversationDetail;
  marks: readonly Mark[];
  assessment: ConversationDetail['assessments'][number] | undefined;
  quality: QualityId | undefined;
  mark: Mark | undefined;
  onQuality: (quality: QualityId | undefined) => void;
  onMark: (label: string) => void;
  onAgent: (agentId: string) => void;
  searchForOthers: Record<string, string>;
}

export function SidePanel(props: SidePanelProps) {
  const { detail, marks, assessment, onMark, onAgent } = props;
  const broken = brokenQuotes(detail);
  const signals = [...new Set(detail.signals.map((signal) => signalNames[signal.kind]))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to scroll it by keys
    <aside className="side-panel" aria-label="What was found" tabIndex={0}>
      {detail.assessments.length > 1 ? (
        <div className="author-choice">
          {detail.assessments.map((one) => (
            <button
              key={one.agentId}
              type="button"
              aria-pressed={one.agentId === assessment?.agentId}
              onClick={() => onAgent(one.agentId)}
            >
              {one.agent}
            </button>
          ))}
        </div>
      ) : null}
      {assessment ? (
        <Scorecard
          conversationId={detail.id}
          assessment={assessment}
          marks={marks}
          quality={props.quality}
          mark={props.mark}
          onQuality={props.onQuality}
          onMark={onMark}
        />
      ) : (
        <NotScored reason={detail.notScored} pending={detail.scorerVersion === null} />
      )}
      <JudgePanel conversationId={detail.id} agentId={assessment?.agentId} quality={props.quality} />
      {broken > 0 ? (
        <p className="note">
          {broken === 1 ? 'One quote no longer matches' : `${broken} quotes no longer match`} the stored words and{' '}
          {broken === 1 ? 'is' : 'are'} not drawn. Scoring this conversation again sets it right.
        </p>
      ) : null}
      <PromiseList
        {...{ promises: detail.promises, goodwill: detail.goodwill, marks, onMark }}
        actOf={({ what, state }) =>
          detail.mayNotePromise ? <PromiseButton contactId={detail.id} isKept={isKept(state)} what={what} /> : null
        }
      />
      <ConversationArticles conversationId={detail.id} />
      {signals.length > 0 ? (
        <p className="side-signals">
          <span className="caption">The customer</span>{' '}
          {signals.map((name) => (
            <Tag key={name}>{name}</Tag>
          ))}
        </p>
      ) : null}
      <CalibrationsOf conversationId={detail.id} />
      {detail.earlier.length > 0 ? (
        <Section title="Earlier from this customer">
          <ul className="earlier">
            {detail.earlier.map((one) => (
              <li key={one.id}>
                <Link to={`/conversations/${encodeURIComponent(one.id)}`} search={props.searchForOthers}>
                  {one.subject || 'Without a subject'}
                </Link>
                <span className="caption">{one.lastAt ? dayWords(one.lastAt, new Date()) : 'no date'}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <p className="side-suggest">
        <ThankButton detail={detail} shown={assessment} />
        <SuggestButton detail={detail} />
        <ReviewButtons detail={detail} shown={assessment} />
        <SendToCalibration conversationId={detail.id} agentId={assessment?.agentId} agents={detail.assessments} />
        <PinButton conversationId={detail.id} messages={detail.messages} />
      </p>
      {detail.scorerVersion ? (
        <p className="caption side-version">
          Read by {detail.scorerVersion}. Text shows speaking and listening, not thinking.
        </p>
      ) : null}
    </aside>
  );
}

const reasons: Record<string, string> = {
  'bot-only': 'Only a bot answered here.',
  'no-agent-reply': 'No agent has replied.',
  'no-customer': 'No customer speaks here.',
  language: 'It is not in English. It was read, timed and counted, and is not guessed at.',
  'too-little-text': 'There is too little text to judge.',
  'logged-by-hand': whyNeverScored,
  'too-long': 'It has more than 3,000 messages; so long a conversation is kept and read, not scored.',
};

function NotScored({ reason, pending }: { reason: string | null; pending: boolean }) {
  return (
    <Section title="Scorecard">
      <p className="second">
        {pending && reason === null
          ? 'Not scored yet: it is in the queue, and the scorecard appears here when it is done.'
          : `Not scored. ${reason === null ? 'No reason was stored.' : (reasons[reason] ?? reason)}`}
      </p>
    </Section>
  );
}
