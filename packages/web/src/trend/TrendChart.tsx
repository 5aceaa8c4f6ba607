/** One quality over time, a line for each version of the scorer: where they part, the scorer changed and not the team. */
import { qualityWords, type Trend } from '@rapport/contract';
import { useRef } from 'react';
import { useRoom } from '../design/use-room.ts';
import { WideChart } from '../design/WideChart.tsx';
import { type DrawnLine, type DrawnTrend, drawTrend, frame } from './trend-geometry.ts';
import { pointWords, stepLabel } from './trend-words.ts';
import './TrendChart.css';

const ticks = [0, 0.25, 0.5, 0.75, 1];

export function TrendChart({ trend }: { trend: Trend }) {
  const place = useRef<HTMLElement>(null);
  const room = useRoom(place);
  const drawn = drawTrend(trend, room);
  const startWords = startWordsBy[trend.by];
  const name = qualityWords[trend.quality].name;
  return (
    <>
      <WideChart label={`${name} over time`} place={place} width={drawn.width}>
        <svg
          className="trend"
          width={drawn.width}
          height={frame.height}
          viewBox={`0 0 ${drawn.width} ${frame.height}`}
          role="img"
          aria-label={`${name} met in 100 calls for it, by ${trend.by}. The table below says the same.`}
        >
          <Grid drawn={drawn} words={startWords} />
          {drawn.lines.map((line, index) => (
            <Line key={line.version} line={line} row={drawn.lines.length - 1 - index} />
          ))}
          <Step drawn={drawn} />
        </svg>
      </WideChart>
      <TrendLegend trend={trend} />
      <details className="trend-table">
        <summary>As a table</summary>
        <table>
          <caption className="visually-hidden">{name}: met in 100 calls for it, likely range, number of calls</caption>
          <thead>
            <tr>
              <th scope="col">{trend.by === 'week' ? 'Week of' : 'Month'}</th>
              {trend.lines.map((line) => (
                <th key={line.scorerVersion} scope="col">
                  {line.scorerVersion}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.starts.map(({ from }) => (
              <tr key={from}>
                <th scope="row">{startWords(from)}</th>
                {trend.lines.map((line) => (
                  <td key={line.scorerVersion}>{pointWords(line, from)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** Weeks and months are those of the server, in UTC: in the reader's zone a Monday could become a Sunday. */
const inUtc = (options: Intl.DateTimeFormatOptions) => (from: string) =>
  new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' }).format(new Date(from));
const startWordsBy: Record<Trend['by'], (from: string) => string> = {
  week: inUtc({ day: 'numeric', month: 'short' }),
  month: inUtc({ month: 'short', year: '2-digit' }),
};

function Grid({ drawn, words }: { drawn: DrawnTrend; words: (from: string) => string }) {
  const bottom = frame.height - frame.bottom;
  return (
    <g className="trend-grid">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={frame.left} x2={drawn.width - frame.right} y1={drawn.yOf(tick)} y2={drawn.yOf(tick)} />
          <text x={frame.left - 8} y={drawn.yOf(tick) + 4} textAnchor="end">
            {tick * 100}
          </text>
        </g>
      ))}
      {drawn.starts.map(({ x, from, labelled }) =>
        labelled ? (
          <text key={from} x={x} y={bottom + 17} textAnchor="middle">
            {words(from)}
          </text>
        ) : null,
      )}
    </g>
  );
}

/** @param row of its counts below the axis; the newest version stands first */
function Line({ line, row }: { line: DrawnLine; row: number }) {
  const y = frame.height - frame.bottom + 36 + row * 16;
  return (
    <g className={line.inFocus ? 'trend-line now' : 'trend-line before'}>
      {line.runs.map((run) => (
        <g key={run[0]?.x}>
          {run.map((point) => (
            <line key={point.x} className="trend-range" x1={point.x} x2={point.x} y1={point.top} y2={point.bottom} />
          ))}
          <polyline points={run.map(({ x, y: at }) => `${x},${at}`).join(' ')} />
          {run.map((point) => (
            <circle key={point.x} cx={point.x} cy={point.y} r={3.5} />
          ))}
        </g>
      ))}
      {row < 2
        ? line.counts.map(({ x, n, few }) => (
            <text key={x} className={few ? 'trend-few' : undefined} x={x} y={y} textAnchor="middle">
              {n.toLocaleString()}
            </text>
          ))
        : null}
    </g>
  );
}

/** Where the lines part: before the first week that only the later version read, else at the newest week of both. */
function Step({ drawn: { step, width } }: { drawn: DrawnTrend }) {
  if (step === null) return null;
  const isRight = step.x > width / 2;
  return (
    <g className="trend-step">
      <line x1={step.x} x2={step.x} y1={20} y2={step.bottom} />
      <text x={step.x + (isRight ? 4 : -4)} y={14} textAnchor={isRight ? 'end' : 'start'}>
        {stepLabel}
      </text>
    </g>
  );
}

function TrendLegend({ trend }: { trend: Trend }) {
  return (
    <ul className="trend-legend">
      {trend.lines.toReversed().map((line) => (
        <li key={line.scorerVersion}>
          <svg width={34} height={12} aria-hidden="true" className="inline">
            <g className={line.inFocus ? 'trend-line now' : 'trend-line before'}>
              <polyline points="2,6 32,6" />
              <circle cx={17} cy={6} r={3.5} />
            </g>
          </svg>{' '}
          {line.scorerVersion}
          <span className="dim">{line.inFocus ? ', which the focus reads' : ''}</span>
        </li>
      ))}
      <li className="caption">
        Upright line: likely range. Numbers below: how many calls, the newest version first; under 20 no share is drawn.
      </li>
    </ul>
  );
}
