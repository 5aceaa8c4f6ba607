/** A person's own course: points, their usual range, and filled points where a change is real. */
import { type PersonCourse, qualityWords } from '@rapport/contract';
import { useRef } from 'react';
import { shareWords } from '../design/estimate-words.ts';
import { useRoom } from '../design/use-room.ts';
import { WideChart } from '../design/WideChart.tsx';
import { courseFrame, drawCourse, yOf } from './course-geometry.ts';
import './CourseChart.css';

const ticks = [0, 0.25, 0.5, 0.75, 1];

export function CourseChart({ course, own }: { course: PersonCourse; own: boolean }) {
  const place = useRef<HTMLElement>(null);
  const drawn = drawCourse(course, useRoom(place));
  const name = qualityWords[course.quality].name;
  const { left, right, bottom, height } = courseFrame;
  return (
    <>
      <WideChart label={`${name} over time`} place={place} width={drawn.width}>
        <svg
          className="course"
          width={drawn.width}
          height={height}
          viewBox={`0 0 ${drawn.width} ${height}`}
          role="img"
          aria-label={`${name}, met in 100 calls for it. ${course.sentence} The table below says the same.`}
        >
          {drawn.band ? <polygon className="course-band" points={drawn.band} /> : null}
          {ticks.map((tick) => (
            <g key={tick}>
              <line className="course-tick" x1={left} x2={drawn.width - right} y1={yOf(tick)} y2={yOf(tick)} />
              <text x={left - 8} y={yOf(tick) + 4} textAnchor="end">
                {tick * 100}
              </text>
            </g>
          ))}
          {drawn.centerY === null ? null : (
            <line className="course-center" x1={left} x2={drawn.width - right} y1={drawn.centerY} y2={drawn.centerY} />
          )}
          {drawn.band ? (
            <text x={drawn.width - right - 6} y={yOf(0) - 8} textAnchor="end">
              grey: {own ? 'your' : 'this person’s'} usual range
            </text>
          ) : null}
          <polyline className="course-line" points={drawn.points.map(({ x, y }) => `${x},${y}`).join(' ')} />
          {drawn.points.map((point) => (
            <g key={point.from} className={`course-point ${point.change ?? ''}`}>
              <circle cx={point.x} cy={point.y} r={point.change === null ? 4 : 5.5} />
              {point.label === null ? null : (
                <text x={point.x} y={point.y - 10} textAnchor="middle">
                  {point.label}
                </text>
              )}
            </g>
          ))}
          {drawn.few.map(({ x, from, n }) => (
            <text key={from} x={x} y={height - bottom - 5} textAnchor="middle">
              {n} only
            </text>
          ))}
          {drawn.dates.map(({ x, from }) => (
            <text key={from} x={x} y={height - bottom + 18} textAnchor="middle">
              {startWords(from)}
            </text>
          ))}
        </svg>
      </WideChart>
      <details className="course-table">
        <summary>As a table</summary>
        <table>
          <caption className="visually-hidden">{name}: met in 100 calls for it, with the likely range</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Met in 100</th>
              <th scope="col">Likely</th>
              <th scope="col">Calls</th>
              <th scope="col">Beyond the usual</th>
            </tr>
          </thead>
          <tbody>
            {course.points.map(({ from, met, change }) => (
              <tr key={from}>
                <th scope="row">{startWords(from)}</th>
                <td>{shareWords(met).value}</td>
                <td className="dim">{met.value === null ? '' : shareWords(met).range}</td>
                <td>{met.n}</td>
                <td>{change ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** Weeks are those of the server, in UTC: in the reader's zone a Monday could become a Sunday. */
const startWords = (from: string): string =>
  new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(from));
