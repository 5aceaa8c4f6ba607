/** Would it have happened anyway? The coached beside colleagues who were not; for one person only their own trend. */
import type { CoachingPart, CoachingPlan, EstimateWire } from '@rapport/contract';
import type { ReactNode } from 'react';
import { differenceWords, shareWords } from '../design/estimate-words.ts';
import { FirstToLast } from '../design/FirstToLast.tsx';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { type SpanScale, type SpanTone, toneOf } from '../design/span-geometry.ts';
import { WideTable } from '../design/WideTable.tsx';

const step = 0.2;
const shares = { scale: { min: 0, max: 1 }, width: 116, ticks: [0, 0.5, 1] };

interface Axis {
  scale: SpanScale;
  ticks: number[];
}

/** From −40 to 60 points, and as much wider as the ranges: a line that is cut off would look surer than it is. */
function axisOf(changes: readonly EstimateWire[]): Axis {
  const from = Math.min(-2, ...changes.map(({ lower }) => Math.floor((lower ?? 0) / step)));
  const to = Math.max(3, ...changes.map(({ upper }) => Math.ceil((upper ?? 0) / step)));
  const ticks = Array.from({ length: to - from + 1 }, (_, place) => (from + place) * step);
  return { scale: { min: from * step, max: to * step }, ticks };
}

export function EffectTable({ plan, part }: { plan: CoachingPlan; part: CoachingPart }) {
  const { effect } = plan;
  if (effect === null) {
    const { name, before, after, change } = part;
    return (
      <Section title="Has it moved?" beside="one person’s own trend; nobody else is in it">
        <Table caption="Before and since, for one person">
          <Row {...{ name, before, after, change }} axis={axisOf([change])} tone={toneOf(change, 0, 'higher')} />
        </Table>
        <p className="caption">
          The change is widened by how much the weeks before scatter. It shows that something moved, not why.
        </p>
      </Section>
    );
  }
  const { coached, others, owed, verdict } = effect;
  const axis = axisOf([coached.change, others.change, owed]);
  const isSure = verdict === 'worked' || verdict === 'worse';
  return (
    <Section title="Would it have happened anyway?" beside="the same weeks, the same mix of conversations">
      <Table caption="The coached beside colleagues who were not coached">
        <Row
          name={`Coached (${coached.people})`}
          {...coached}
          axis={axis}
          tone={toneOf(coached.change, 0, 'neither')}
        />
        <Row
          name={`Colleagues (${others.people})`}
          {...others}
          axis={axis}
          tone={toneOf(others.change, 0, 'neither')}
        />
        <Row
          name="Owed to coaching"
          change={owed}
          axis={axis}
          tone={isSure ? toneOf(owed, 0, 'higher') : 'unsure'}
          strong
        />
      </Table>
      <p className="caption">
        Hollow: before; filled: since. Each person counts once in a change, with the mix of conversations taken out.
        Colleagues are counted together and named nowhere. The weeks that led to the choice are on neither side.
      </p>
    </Section>
  );
}

function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <WideTable label={caption} className="effect-scroll">
      <table className="effect">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Met of 100</th>
            <th scope="col">Before</th>
            <th scope="col">Since</th>
            <th scope="col" className="effect-mark">
              <span className="visually-hidden">From before to since</span>
            </th>
            <th scope="col" className="effect-mark">
              Change, points in 100
            </th>
            <th scope="col" className="effect-words">
              <span className="visually-hidden">Change in numbers</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </WideTable>
  );
}

interface RowProps {
  name: string;
  before?: EstimateWire;
  after?: EstimateWire;
  change: EstimateWire;
  axis: Axis;
  tone: SpanTone;
  strong?: boolean;
}

function Row({ name, before, after, change, axis, tone, strong = false }: RowProps) {
  const words = differenceWords(change);
  return (
    <tr>
      <th scope="row" className={strong ? 'bold' : undefined}>
        {name}
      </th>
      <Share estimate={before} />
      <Share estimate={after} />
      <td className="effect-mark">
        {before && after ? <FirstToLast name={name} first={before} last={after} change={change} {...shares} /> : null}
      </td>
      <td className="effect-mark">
        {change.value === null ? null : (
          <Span
            estimate={change}
            scale={axis.scale}
            width={170}
            ticks={axis.ticks}
            reference={{ value: 0, kind: 'zero' }}
            tone={tone}
            label={`${name}: ${words.sentence}`}
          />
        )}
      </td>
      <td className="effect-words">
        {change.value === null ? (
          <span className="caption">cannot be told</span>
        ) : (
          <>
            <b>{words.value}</b> <span className="dim">{words.range}</span>
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
