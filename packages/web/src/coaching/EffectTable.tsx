/** Would it have happened anyway? The coached beside colleagues who were not; for one person only their own trend. */
import type { CoachingPart, CoachingPlan, EstimateWire } from '@rapport/contract';
import { differenceWords, shareWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';

const step = 0.2;

/** From −40 to 60 points, and as much wider as the range itself: a line that is cut off would look surer than it is. */
function axisOf({ lower, upper }: EstimateWire) {
  const from = Math.min(-2, Math.floor((lower ?? 0) / step));
  const to = Math.max(3, Math.ceil((upper ?? 0) / step));
  const ticks = Array.from({ length: to - from + 1 }, (_, place) => (from + place) * step);
  return { scale: { min: from * step, max: to * step }, ticks };
}

export function EffectTable({ plan, part }: { plan: CoachingPlan; part: CoachingPart }) {
  const { effect } = plan;
  if (effect === null) {
    return (
      <Section title="Has it moved?" beside="one person’s own trend; nobody else is in it">
        <Table caption="Before and since, for one person">
          <Row
            name={part.name}
            before={part.before}
            after={part.after}
            change={part.change}
            sure={isSure(part.change)}
          />
        </Table>
        <p className="caption">
          The change is widened by how much the weeks before scatter. It shows that something moved, not why.
        </p>
      </Section>
    );
  }
  const { coached, others, owed, verdict } = effect;
  const sure = verdict === 'worked' || verdict === 'worse';
  return (
    <Section title="Would it have happened anyway?" beside="the same weeks, the same mix of conversations">
      <Table caption="The coached beside colleagues who were not coached">
        <Row name={`Coached (${coached.people})`} before={coached.before} after={coached.after} />
        <Row name={`Colleagues (${others.people})`} before={others.before} after={others.after} />
        <Row name="Owed to coaching" change={owed} sure={sure} strong />
      </Table>
      <p className="caption">
        Colleagues are counted together and named nowhere. The weeks that led to the choice are on neither side.
      </p>
    </Section>
  );
}

const isSure = ({ lower, upper }: EstimateWire): boolean => (lower ?? 0) > 0 || (upper ?? 0) < 0;

function Table({ caption, children }: { caption: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to scroll it by keys
    <section className="effect-scroll" tabIndex={0} aria-label={`${caption}, scrolls sideways`}>
      <table className="effect">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Met of 100</th>
            <th scope="col">Before</th>
            <th scope="col">Since</th>
            <th scope="col">Change, points in 100</th>
            <th scope="col">
              <span className="visually-hidden">Change in numbers</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

interface RowProps {
  name: string;
  before?: EstimateWire;
  after?: EstimateWire;
  change?: EstimateWire;
  sure?: boolean;
  strong?: boolean;
}

function Row({ name, before, after, change, sure = false, strong = false }: RowProps) {
  const words = change ? differenceWords(change) : null;
  const axis = change ? axisOf(change) : null;
  return (
    <tr>
      <th scope="row" className={strong ? 'bold' : undefined}>
        {name}
      </th>
      <Share estimate={before} />
      <Share estimate={after} />
      <td>
        {change && axis && change.value !== null ? (
          <Span
            estimate={change}
            scale={axis.scale}
            width={210}
            ticks={axis.ticks}
            reference={{ value: 0, kind: 'zero' }}
            tone={sure ? ((change.value ?? 0) > 0 ? 'strength' : 'attention') : 'unsure'}
            label={`${name}: ${words?.sentence ?? ''}`}
          />
        ) : null}
      </td>
      <td className="effect-words">
        {change === undefined ? null : change.value === null ? (
          <span className="caption">cannot be told</span>
        ) : (
          <>
            <b>{words?.value}</b> <span className="dim">{words?.range}</span>
          </>
        )}
      </td>
    </tr>
  );
}

function Share({ estimate }: { estimate: EstimateWire | undefined }) {
  if (estimate === undefined) return <td />;
  if (estimate.value === null) return <td className="caption">{estimate.n} so far, too few</td>;
  const words = shareWords(estimate);
  return (
    <td>
      <b>{words.value}</b> <span className="dim">{words.range}</span>
    </td>
  );
}
