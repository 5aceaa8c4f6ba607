/** At most three things to do next: what, for whom, why, what it would bring with its range, and the button that begins it. */
import type { EstimateWire, NextAction, NextActions } from '@rapport/contract';
import { ActionCard } from '../design/ActionCard.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { numberWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import type { SpanScale } from '../design/span-geometry.ts';
import { useActionKeys } from '../keys/use-action-keys.ts';
import { useAskedTeam } from '../whose/use-asked-team.ts';
import './ActionList.css';

const counted = ['', 'Do this next', 'Do these two next', 'Do these three next'];

export function ActionList({ answer }: { answer: NextActions }) {
  const { quiet } = answer;
  const team = useAskedTeam();
  const actions = answer.actions.map((one) => ({ ...one, go: { ...one.go, search: withTeam(one.go, team) } }));
  useActionKeys(actions);
  if (actions.length === 0) {
    return quiet === null ? null : (
      <Section title="Nothing urgent">
        <p className="second">
          {quiet.next}
          {quiet.at === null ? '' : ` That is on ${wholeDayWords(quiet.at)}.`}
        </p>
      </Section>
    );
  }
  const scale = scaleOf(actions);
  return (
    <Section title={counted[actions.length] ?? 'Do these next'}>
      <ol className="actions">
        {actions.map((one, place) => (
          <ActionCard
            key={one.title}
            number={place + 1}
            title={one.title}
            button={one.button}
            go={one.go}
            because={one.because}
          >
            <GainLine one={one} scale={scale} />
            <p className="caption">
              {one.who} · {one.effort}
            </p>
          </ActionCard>
        ))}
      </ol>
    </Section>
  );
}

function GainLine({ one: { gain, gainWords }, scale }: { one: NextAction; scale: SpanScale }) {
  if (gain === null || gain.value === null || gain.lower === null || gain.upper === null) {
    return (
      <p className="action-gain caption">
        <b>Gain:</b> {lower(gainWords)}
      </p>
    );
  }
  const [value, from, to] = [gain.value, gain.lower, gain.upper].map((share) => numberWords(share * 100, 1));
  const signed = gain.value > 0 ? `+${value}` : value;
  return (
    <p className="action-gain">
      <span className="num">{signed}</span>
      <Span
        estimate={gain}
        scale={scale}
        width={96}
        reference={{ value: 0, kind: 'zero' }}
        better="higher"
        label={`Expected gain: ${signed}, likely ${from} to ${to}, ${gainWords}`}
      />
      <span className="dim">
        {from} to {to} {gainWords}
      </span>
    </p>
  );
}

/** Pages with numbers of their own for teams show those of the team that is asked for here. */
const withTeam = ({ path, search }: NextAction['go'], team: string | undefined): Record<string, string> =>
  path === '/reasons' && team !== undefined ? { ...search, team } : search;

/** One scale for all that are shown, with nothing on it. */
function scaleOf(actions: readonly { gain: EstimateWire | null }[]): SpanScale {
  const ends = actions.flatMap(({ gain }) => [gain?.lower ?? 0, gain?.upper ?? 0]);
  return { min: Math.min(0, ...ends), max: Math.max(0.01, ...ends) };
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
