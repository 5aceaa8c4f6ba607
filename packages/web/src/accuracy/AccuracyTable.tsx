import { type Accuracy, qualityWords } from '@rapport/contract';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Span } from '../design/Span.tsx';
import { countWords, trustOfQuality } from './trust-words.ts';

const scale = { min: 0, max: 1 };
const ticks = [0, 0.25, 0.5, 0.75, 1];
const width = 150;

/** Most trusted first. */
export function AccuracyTable({ accuracy: { qualities, ceiling } }: { accuracy: Accuracy }) {
  const ordered = [...qualities].sort((one, other) => (other.kappa.value ?? 0) - (one.kappa.value ?? 0));
  const named = useLocation({ select: ({ hash }) => hash });
  // The rows come after the page, so the browser has looked for the one in the address too early.
  useEffect(() => {
    document.getElementById(named)?.scrollIntoView({ block: 'nearest' });
  }, [named]);
  return (
    <table className="accuracy-table">
      <thead>
        <tr>
          <th scope="col">Quality</th>
          <th scope="col">Trust</th>
          <th scope="col" colSpan={2}>
            Agreement, 0 to 1
          </th>
          <th scope="col">“Missed” labelled so</th>
          <th scope="col">“Met” labelled so</th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((one) => {
          const { name } = qualityWords[one.quality];
          const words = trustOfQuality(one);
          const [value, likely] = words.agreement.split(', ');
          return (
            <tr key={one.quality} id={one.quality} className={one.quality === named ? 'current' : undefined}>
              <th scope="row">{name}</th>
              <td>{words.name}</td>
              <td>
                <Span
                  estimate={one.kappa}
                  scale={scale}
                  width={width}
                  height={34}
                  ticks={ticks}
                  tone="ink"
                  reference={{ value: ceiling.kappa, kind: 'target' }}
                  label={`${name}: agreement ${words.agreement}`}
                />
              </td>
              <td className="nowrap">
                <span className="num">{value}</span> <span className="dim">{likely?.replace('likely ', '')}</span>
              </td>
              <td>{words.missed ?? <span className="dim">never said</span>}</td>
              <td>{countWords(one.saidMet) ?? <span className="dim">never said</span>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
