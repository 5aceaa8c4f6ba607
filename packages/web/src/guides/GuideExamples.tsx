/** The same moment answered twice, side by side; what each reply does stands below it. */
import { Section } from '../design/Section.tsx';
import type { Guide, GuideReply, GuideTurn } from './guide.ts';

export function GuideExamples({ guide: { examples } }: { guide: Guide }) {
  return (
    <>
      {examples.map(({ title, turns, before, after }) => (
        <Section key={title} title={title} beside="made-up people and words">
          {turns.map((turn) => (
            <p key={turn.text} className={`say-small guide-turn ${turn.role}`}>
              <span className="visually-hidden">{turn.role === 'customer' ? 'The customer:' : 'The reply:'} </span>“
              {turn.text}”
            </p>
          ))}
          <div className="guide-two">
            <Reply title="Before" kind="hurt" reply={before} wait={waitWords(turns, before)} />
            <Reply title="After" kind="helped" reply={after} wait={waitWords(turns, after)} />
          </div>
        </Section>
      ))}
    </>
  );
}

interface ReplyProps {
  title: string;
  kind: 'hurt' | 'helped';
  reply: GuideReply;
  wait: string | null;
}

function Reply({ title, kind, reply, wait }: ReplyProps) {
  return (
    <div className={`guide-reply ${kind}`}>
      <h3>
        {title}
        {wait === null ? null : <span className="caption">, {wait}</span>}
      </h3>
      <blockquote className="say-small">“{reply.text}”</blockquote>
      <p className="caption">{reply.because}</p>
    </div>
  );
}

/** Where the moment is one of time: how long the customer waited. */
function waitWords(turns: readonly GuideTurn[], reply: GuideReply): string | null {
  const asked = turns.at(-1)?.at;
  if (asked === undefined || reply.at === undefined) return null;
  const seconds = (Date.parse(reply.at) - Date.parse(asked)) / 1000;
  if (seconds < 90) return `after ${Math.round(seconds)} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `after ${minutes} minutes` : `after ${Math.round(minutes / 60)} hours`;
}
