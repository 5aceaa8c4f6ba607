/** Each quality: how often it was met when called for, and what followed where it was missed and where it was met. */
import { qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';
import { SpanAxis } from '../design/SpanAxis.tsx';
import type { SpanScale } from '../design/span-geometry.ts';
import { WideTable } from '../design/WideTable.tsx';
import { FocusRow, followedScale, metScale } from './FocusRow.tsx';
import type { FocusTier } from './focus-tiers.ts';
import '../design/tier-table.css';
import './FocusTable.css';

interface FocusTableProps {
  tiers: readonly FocusTier[];
  at: string | undefined;
  showAll: boolean;
  showAllSearch: Record<string, string>;
}

export function FocusTable({ tiers, at, showAll, showAllSearch }: FocusTableProps) {
  const folded = tiers.flatMap((tier) => tier.folded);
  return (
    <Section title="What goes together with trouble" link={<a href="#how">What counts as trouble</a>}>
      <WideTable label="Qualities" className="focus-scroll">
        <table className="tier-table focus-table">
          <thead>
            <tr>
              <th scope="col">Quality</th>
              <th scope="col" colSpan={2}>
                Met when called for, in 100
              </th>
              <th scope="col" colSpan={2}>
                Trouble followed, in 100
              </th>
              <th scope="col">More when missed</th>
            </tr>
          </thead>
          {tiers.map((tier) => (
            <tbody key={tier.tier}>
              <tr className="tier-row">
                <th colSpan={6} scope="rowgroup">
                  <b>{tier.name}</b> <span className="dim">{tier.because}</span>
                </th>
              </tr>
              {tier.shown.map((quality) => (
                <FocusRow key={quality.quality} quality={quality} current={at === quality.quality} />
              ))}
            </tbody>
          ))}
          <tfoot aria-hidden="true">
            <tr>
              <td />
              <td>
                <Axis scale={metScale} />
              </td>
              <td />
              <td>
                <Axis scale={followedScale} />
              </td>
              <td colSpan={2} />
            </tr>
          </tfoot>
        </table>
      </WideTable>
      <p className="caption focus-legend">
        {folded.length > 0 && !showAll ? (
          <>
            {folded.length} more: {folded.map((one) => qualityWords[one.quality].name.toLowerCase()).join(', ')}.{' '}
            <Link to="/focus" search={showAllSearch} replace>
              Show all
            </Link>{' '}
            ·{' '}
          </>
        ) : null}
        Line: likely range. Bar: most likely. Upper mark: where missed. Lower mark: where met.
      </p>
    </Section>
  );
}

function Axis({ scale }: { scale: SpanScale & { width: number } }) {
  const ticks = [scale.min, (scale.min + scale.max) / 2, scale.max];
  return <SpanAxis scale={scale} width={scale.width} ticks={ticks} words={(tick) => `${Math.round(tick * 100)}`} />;
}
