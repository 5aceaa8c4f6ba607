/** What this conversation comes to, in a sentence and three facts. */
import { type ConversationDetail, channelNames } from '@rapport/contract';
import { durationWords, wholeDayWords } from '../design/dates.ts';
import { FeelingMark } from '../design/FeelingMark.tsx';
import { Tag } from '../design/Tag.tsx';

export function ConversationHead({ detail }: { detail: ConversationDetail }) {
  const feelings = detail.messages.flatMap((message) => (message.emotion ? [message.emotion.valence] : []));
  return (
    <div className="conversation-head">
      <div>
        <h1 className="conversation-title">{detail.summary || detail.subject || 'A conversation'}</h1>
        <p className="second">
          {factsOf(detail).join(' · ')} {detail.exceptional ? <Tag tone="strength">Exceptional</Tag> : null}
        </p>
      </div>
      <dl className="conversation-facts">
        <div>
          <dt>Feeling, first to last</dt>
          <dd>
            <FeelingMark first={feelings[0] ?? null} last={feelings.at(-1) ?? null} width={104} />
          </dd>
        </div>
        <div>
          <dt>Rated</dt>
          <dd>{detail.csat ? `${detail.csat.value} of ${detail.csat.max}` : <span className="dim">not rated</span>}</dd>
        </div>
        <div>
          <dt>Had to write again</dt>
          <dd>
            {detail.wroteAgain === null ? <span className="dim">not known</span> : detail.wroteAgain ? 'Yes' : 'No'}
          </dd>
        </div>
      </dl>
    </div>
  );
}

function factsOf(detail: ConversationDetail): string[] {
  const agents = [...new Set(detail.messages.filter((one) => one.role === 'agent').map((one) => one.author))];
  const who = agents.length > 0 ? `${detail.customer} with ${agents.join(', ')}` : detail.customer;
  const lasted =
    detail.startedAt && detail.lastAt ? (Date.parse(detail.lastAt) - Date.parse(detail.startedAt)) / 1000 : null;
  return [
    who,
    channelNames[detail.channel],
    ...(detail.startedAt ? [wholeDayWords(detail.startedAt)] : []),
    ...(lasted === null ? [] : [durationWords(lasted)]),
    ...detail.tags.slice(0, 3),
  ].filter((fact) => fact !== '');
}
