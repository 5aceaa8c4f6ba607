/** A few conversations to read, each with one sentence on what to see in it. */
import { qualityWords, type ReadingTip } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';
import './ReadingList.css';

const counts = ['no', 'this one', 'these two', 'these three', 'these four', 'these five'];

export function ReadingList({
  reading,
  standsOut,
  at,
}: {
  reading: readonly ReadingTip[];
  standsOut: boolean;
  at: string | undefined;
}) {
  if (reading.length === 0) {
    return (
      <Section title="Conversations to read">
        <p className="second">None yet: they are chosen when the first conversations are scored.</p>
      </Section>
    );
  }
  const many = counts[reading.length] ?? `these ${reading.length}`;
  return (
    <Section
      title={`Read ${many} ${reading.length === 1 ? 'conversation' : 'conversations'}`}
      beside={standsOut ? 'where it shows' : 'a minute each'}
    >
      <ol className="reading-list">
        {reading.map((tip, index) => (
          <li key={tip.conversationId} className={at === `read-${index + 1}` ? 'current' : undefined}>
            <Link to={`/conversations/${encodeURIComponent(tip.conversationId)}`} search={{ quality: tip.quality }}>
              <span className="say-small">“{tip.quote}”</span>
              <span className="reading-sentence">{tip.sentence}</span>
              {tip.sentence.startsWith(qualityWords[tip.quality].name) ? null : (
                <span className="caption">{qualityWords[tip.quality].name}</span>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  );
}
