/** What customers answered when they were asked: each measure on its own scale, with how many answered. */
import type { AskedOutcome } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { isFewData } from '../design/span-geometry.ts';
import { useBehind } from '../whose/use-whose.ts';
import {
  askedNames,
  behindAsked,
  meanWords,
  measureWords,
  scaleName,
  summaryScale,
  summaryWords,
} from './outcome-names.ts';

export function AskedTable({ asked }: { asked: readonly AskedOutcome[] }) {
  return (
    <Section title="Asked" beside="what customers answered">
      {asked.length === 0 ? (
        <p className="second">
          No answer is in these data. A column with the rating (`csat`), with the answer to “would you recommend us”
          (`nps`) or with the effort (`ces`) brings them in.
        </p>
      ) : null}
      <ul className="asked">
        {asked.map((one) => (
          <Asked key={one.measure} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function Asked({ one }: { one: AskedOutcome }) {
  const searchOf = useBehind();
  const { name } = askedNames[one.measure];
  const opens = one.measure !== 'ces' || one.scales.every(({ easiest }) => easiest !== undefined);
  const words = summaryWords(one);
  const few = isFewData(one.summary);
  const rate = one.of > 0 ? Math.round((one.answered / one.of) * 100) : 0;
  const value = few ? (one.scales.length > 1 ? 'two scales' : 'too few') : words.value;
  return (
    <li>
      <div className="asked-head">
        <h3>{name}</h3>
        <p className="caption">{measureWords(one)}</p>
      </div>
      <p className="asked-value">
        {opens && !few ? (
          <Link to="/conversations" search={searchOf(behindAsked[one.measure])} className="num">
            {value}
          </Link>
        ) : (
          <span className={few ? 'dim' : 'num'}>{value}</span>
        )}{' '}
        {few ? null : <span className="dim">{words.range}</span>}
      </p>
      <Span
        estimate={one.summary}
        scale={summaryScale(one)}
        width={160}
        height={24}
        axis
        reference={one.measure === 'nps' ? { value: 0, kind: 'zero' } : undefined}
        label={`${name}: ${words.sentence}`}
      />
      <p className="asked-rate">
        {one.answered.toLocaleString()} of {one.of.toLocaleString()} conversations carry an answer, {rate} in 100. Who
        was asked the data do not say.
        {one.unread > 0 ? ` ${one.unread.toLocaleString()} more could not be read.` : ''}
      </p>
      <ul className="asked-scales">
        {one.scales.map((scale) => (
          <li key={scaleName(scale)}>
            <Scale scale={scale} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The answers as they came, as bars of counts. */
function Scale({ scale }: { scale: AskedOutcome['scales'][number] }) {
  const most = Math.max(1, ...scale.answers.map(({ n }) => n));
  const mean = meanWords(scale.mean);
  return (
    <table className="raw-answers">
      <caption className="caption">
        {scaleName(scale)}
        {isFewData(scale.mean) ? '' : `, mean ${mean.value} (${mean.range})`}
      </caption>
      <tbody>
        {scale.answers.map(({ value, n }) => (
          <tr key={value}>
            <th scope="row">{value}</th>
            <td>
              <span className="raw-bar" style={{ inlineSize: `${(n / most) * 100}%` }} />
            </td>
            <td className="num">{n.toLocaleString()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
