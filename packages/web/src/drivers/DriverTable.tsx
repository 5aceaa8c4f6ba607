/** Each quality: what goes with one step up, fairly compared, and the outcome side by side where missed and where met. */
import { type DriverOutcome, type DriverQuality, outcomeWords, qualityWords, type Verdict } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { filterSearch } from '../conversations/filter-address.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { SpanAxis } from '../design/SpanAxis.tsx';
import { isFewData } from '../design/span-geometry.ts';
import { WideTable } from '../design/WideTable.tsx';
import {
  behindLevel,
  effectScale,
  effectWordsOf,
  groupDrivers,
  levelWords,
  tickWords,
  toneOfDriver,
} from './driver-words.ts';
import '../design/tier-table.css';
import './DriverTable.css';

const width = 236;
const changed: Record<DriverOutcome, string> = {
  satisfied: 'More satisfied in 100, one step up',
  recommend: 'More who would recommend in 100, one step up',
  easy: 'More who found it easy in 100, one step up',
  'wrote-again': 'More who need not write again in 100, one step up',
  resolved: 'More resolved in 100, one step up',
  feeling: 'Better feeling at the end, one step up',
};
const level: Record<DriverOutcome, string> = {
  satisfied: 'Satisfied in 100',
  recommend: 'Would recommend in 100',
  easy: 'Found it easy in 100',
  'wrote-again': 'No need to write again, in 100',
  resolved: 'Resolved in 100',
  feeling: 'Change of feeling',
};

interface DriverTableProps {
  qualities: readonly DriverQuality[];
  outcome: DriverOutcome;
  at: string | undefined;
}

export function DriverTable({ qualities, outcome, at }: DriverTableProps) {
  const scale = effectScale(
    qualities.map(({ effect }) => effect),
    outcome,
  );
  const compared = qualities.some(({ effect }) => effect.value !== null);
  return (
    <Section title={`What goes together with ${outcomeWords[outcome].goal}`} link={<a href="#how">How we know</a>}>
      <WideTable label="Qualities">
        <table className="tier-table driver-table">
          <thead>
            <tr>
              <th scope="col">Quality</th>
              <th scope="col" colSpan={2}>
                {changed[outcome]}
              </th>
              <th scope="col">{level[outcome]}, where missed</th>
              <th scope="col">where met</th>
            </tr>
          </thead>
          {groupDrivers(qualities).map((group) => (
            <tbody key={group.tier}>
              <tr className="tier-row">
                <th colSpan={5} scope="rowgroup">
                  <b>{group.name}</b> <span className="dim">{group.because}</span>
                </th>
              </tr>
              {group.qualities.map((one) => (
                <DriverRow
                  key={one.quality}
                  one={one}
                  outcome={outcome}
                  scale={scale}
                  current={at === one.quality}
                  terse={!compared}
                />
              ))}
            </tbody>
          ))}
          {compared ? (
            <tfoot aria-hidden="true">
              <tr>
                <td />
                <td>
                  <SpanAxis
                    scale={scale}
                    width={width}
                    ticks={scale.ticks}
                    words={(tick) => tickWords(tick, outcome)}
                  />
                </td>
                <td colSpan={3} />
              </tr>
            </tfoot>
          ) : null}
        </table>
      </WideTable>
      <p className="caption">
        {compared ? null : 'Side by side, what followed each level; nothing is compared yet. '}
        One step up: from missed to partly, or from partly to met. Line: likely range. Bar: most likely. Hollow and
        dashed: not sure. Where missed and where met: side by side, nothing allowed for.
      </p>
    </Section>
  );
}

interface DriverRowProps {
  one: DriverQuality;
  outcome: DriverOutcome;
  scale: ReturnType<typeof effectScale>;
  current: boolean;
  /** Nothing is compared on this page: fourteen times the same sentence would say no more. */
  terse: boolean;
}

function DriverRow({ one, outcome, scale, current, terse }: DriverRowProps) {
  const { name } = qualityWords[one.quality];
  const words = effectWordsOf(one.effect, outcome);
  const compared = one.effect.value !== null;
  return (
    <tr className={current ? 'current' : undefined} aria-current={current ? 'true' : undefined} title={one.sentence}>
      <th scope="row" className={one.tier === 'first' || one.tier === 'hint' ? 'leads' : undefined}>
        <Link to={`/drivers/${one.quality}`} search={{ outcome }}>
          {name}
        </Link>
        <span className="visually-hidden">. {one.sentence}</span>
      </th>
      {compared ? (
        <>
          <td>
            <Span
              estimate={one.effect}
              scale={scale}
              width={width}
              height={30}
              ticks={scale.ticks}
              reference={{ value: 0, kind: 'zero' }}
              tone={toneOfDriver(one)}
              label={`${name}: ${words.sentence}`}
            />
          </td>
          <td className="nowrap driver-effect">
            <Link to={`/drivers/${one.quality}`} search={{ outcome }} className="figure">
              <span className="num">{words.value}</span> <span className="dim">{words.range}</span>
            </Link>
          </td>
        </>
      ) : (
        <td colSpan={2} className="caption driver-few">
          {terse ? `called for in ${one.opportunities.toLocaleString()}` : one.sentence}
        </td>
      )}
      <LevelCell one={one} outcome={outcome} verdict="missed" />
      <LevelCell one={one} outcome={outcome} verdict="met" />
    </tr>
  );
}

export function LevelCell({ one, outcome, verdict }: { one: DriverQuality; outcome: DriverOutcome; verdict: Verdict }) {
  const found = one.levels.find((known) => known.verdict === verdict);
  if (!found || found.conversations === 0) {
    return <td className="nowrap driver-level dim">none {verdict}</td>;
  }
  const words = levelWords(found.outcome, outcome);
  const few = isFewData(found.outcome);
  return (
    <td className={`nowrap driver-level ${verdict}`}>
      <Link
        to="/conversations"
        search={filterSearch(behindLevel(outcome, { quality: one.quality, verdict, better: verdict !== 'missed' }))}
        className="figure"
      >
        {few ? (
          <span className="dim">too few, {found.conversations}</span>
        ) : (
          <>
            <span className="num">{words.value}</span> <span className="dim">{words.range}</span>
          </>
        )}
      </Link>
    </td>
  );
}
