/** Examples to pin: the newest moments of the person, missed and met ones, in their exact words. */
import type { CoachingPart, CoachingPin, CoachingPlan } from '@rapport/contract';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LevelTag } from '../design/LevelTag.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useExamples } from './use-coaching.ts';

export type PinnedExample = Omit<CoachingPin, 'author'>;

interface PinChoiceProps {
  plan: CoachingPlan;
  part: CoachingPart;
  pins: readonly PinnedExample[];
  onPins: (pins: readonly PinnedExample[]) => void;
}

const mostPins = 12;
const keyOf = ({ conversationId, messageId, start, end }: Omit<PinnedExample, 'note' | 'verdict' | 'at' | 'quote'>) =>
  `${conversationId} ${messageId} ${start} ${end}`;

export function PinChoice({ plan, part, pins, onPins }: PinChoiceProps) {
  const query = useExamples(plan.id, part.authorId);
  const pinned = new Set(pins.map(keyOf));
  const offered = [
    ...pins,
    ...(query.data ?? []).filter((one) => !pinned.has(keyOf(one))).map((one) => ({ ...one, note: '' })),
  ];
  const turn = (one: PinnedExample) => {
    if (pinned.has(keyOf(one))) onPins(pins.filter((pin) => keyOf(pin) !== keyOf(one)));
    else if (pins.length < mostPins) onPins([...pins, one]);
  };
  return (
    <fieldset className="pin-choice">
      <legend>Examples to talk about</legend>
      {query.isPending ? <LoadingState>Looking for moments.</LoadingState> : null}
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data && offered.length === 0 ? <p className="second">Nothing called for this quality yet.</p> : null}
      <ul>
        {offered.map((one) => (
          <li key={keyOf(one)}>
            <label>
              <input type="checkbox" checked={pinned.has(keyOf(one))} onChange={() => turn(one)} />
              <span className="say-small">“{one.quote}”</span>
              <span className="pin-facts">
                {one.verdict ? <LevelTag verdict={one.verdict} /> : null}
                {one.at ? <span className="caption">{wholeDayWords(one.at)}</span> : null}
              </span>
            </label>
            {pinned.has(keyOf(one)) ? (
              <input
                className="pin-note"
                aria-label={`A note on “${one.quote.slice(0, 40)}”`}
                placeholder="Why this one?"
                maxLength={500}
                value={one.note}
                onChange={({ target }) =>
                  onPins(pins.map((pin) => (keyOf(pin) === keyOf(one) ? { ...pin, note: target.value } : pin)))
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
