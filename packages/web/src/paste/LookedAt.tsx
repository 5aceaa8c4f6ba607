/** What was read of a pasted text: who speaks, what could not be read, and each conversation with its marks. */
import type { AuthorRole, ConversationDetail, QualityId } from '@rapport/contract';
import { useMemo, useState } from 'react';
import { CareSection } from '../conversation/CareSection.tsx';
import { drawnMarks, evidenceMarks } from '../conversation/evidence-marks.ts';
import { PromiseList } from '../conversation/PromiseList.tsx';
import { Scorecard } from '../conversation/Scorecard.tsx';
import { scrollToMark, scrollToMessage } from '../conversation/scroll-to.ts';
import { Transcript } from '../conversation/Transcript.tsx';
import { Section } from '../design/Section.tsx';
import { reasonWords } from '../first-run/not-scored-words.ts';
import { SpeakerTable } from '../mapping/SpeakerTable.tsx';
import { rolesOf, whoIsScored } from '../mapping/speaker-choice.ts';
import type { Looked } from './use-look.ts';
import '../conversation/SidePanel.css';

interface LookedAtProps {
  looked: Looked;
  /** The words were changed since. */
  isOld: boolean;
  onSpeakers: (speakers: { name: string; role: AuthorRole }[]) => void;
}

export function LookedAt({ looked, isOld, onSpeakers }: LookedAtProps) {
  const { headline, speakers, problems, accepted, rejected, conversations } = looked;
  const roles = rolesOf({ speakers });
  return (
    <div className="looked">
      <Section title={headline}>
        <p className="second" role="status">
          {accepted} message{accepted === 1 ? '' : 's'} read{rejected > 0 ? `, ${rejected} not` : ''}. Nothing was
          stored.{isOld ? ' The words above were changed since.' : ''}
        </p>
        {problems.length > 0 ? (
          <ul className="looked-problems">
            {problems.map((one) => (
              <li key={`${one.line} ${one.code} ${one.reason}`}>
                {one.line === null ? '' : `Line ${one.line}: `}
                {one.reason} <span className="dim">{one.wayOut}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {speakers.length > 0 ? (
          <>
            <SpeakerTable
              speakers={speakers}
              roles={roles}
              onChoose={(name, role) =>
                onSpeakers(speakers.map((one) => ({ name: one.name, role: one.name === name ? role : one.role })))
              }
            />
            <p className="second">{whoIsScored(roles)}</p>
          </>
        ) : null}
      </Section>
      {conversations.map((detail) => (
        <LookedConversation key={detail.sourceId} detail={detail} />
      ))}
    </div>
  );
}

function LookedConversation({ detail }: { detail: ConversationDetail }) {
  const [quality, setQuality] = useState<QualityId | undefined>();
  const [label, setLabel] = useState<string | undefined>();
  const [who, setWho] = useState<string | undefined>();
  const marks = useMemo(() => evidenceMarks(detail), [detail]);
  const drawn = useMemo(() => drawnMarks(marks, quality), [marks, quality]);
  const mark = marks.find((one) => one.label === label);
  const shown = detail.assessments.find(({ agentId }) => agentId === who) ?? detail.assessments[0];
  const show = (next: string) => {
    setLabel(next);
    scrollToMark(next);
  };
  return (
    <Section title={detail.summary} className="looked-one">
      <CareSection steps={detail.orderOfCare} onSelect={scrollToMessage} />
      <div className="looked-columns">
        <Transcript
          messages={detail.messages}
          marks={drawn}
          current={mark}
          onSelect={(next) => setLabel(next === label ? undefined : next)}
        />
        <div>
          {detail.assessments.length > 1 ? (
            <div className="author-choice">
              {detail.assessments.map(({ agentId, agent }) => (
                <button
                  key={agentId}
                  type="button"
                  aria-pressed={agentId === shown?.agentId}
                  onClick={() => setWho(agentId)}
                >
                  {agent}
                </button>
              ))}
            </div>
          ) : null}
          {shown ? (
            <Scorecard
              conversationId={null}
              assessment={shown}
              marks={marks}
              quality={quality}
              mark={mark}
              onQuality={setQuality}
              onMark={show}
            />
          ) : (
            <p className="second">Not scored: {reasonWords(detail.notScored ?? '')}.</p>
          )}
          <PromiseList promises={detail.promises} goodwill={detail.goodwill} marks={marks} onMark={show} />
        </div>
      </div>
    </Section>
  );
}
