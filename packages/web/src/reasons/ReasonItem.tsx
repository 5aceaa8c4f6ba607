/** One reason: how often, since when more or less, in whose words, who looks after it, and whether a fix helped. */
import type { ReasonCare, ReasonGroup, ReasonsAnswer } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { changeWords, type EstimateWords, shareWords } from '../design/estimate-words.ts';
import { isFewData } from '../design/span-geometry.ts';
import { Tag } from '../design/Tag.tsx';
import { useBehind } from '../whose/use-whose.ts';
import { behindReason, fixWords, trendTone } from './reason-words.ts';
import { WeekBars } from './WeekBars.tsx';

interface ReasonItemProps {
  one: ReasonGroup;
  care: ReasonCare | undefined;
  all: ReasonsAnswer['all'];
  current: boolean;
  onCare: () => void;
}

const quotesShown = 2;

export function ReasonItem({ one, care, all, current, onCare }: ReasonItemProps) {
  const share = shareWords(one.share);
  const searchOf = useBehind();
  return (
    <li className={current ? 'reason current' : 'reason'} aria-current={current ? 'true' : undefined}>
      <div className="reason-head">
        <h3>
          <Link to="/conversations" search={searchOf(behindReason(one))}>
            {one.name}
          </Link>
        </h3>
        <p>
          <span className="num">{one.conversations.toLocaleString()}</span>{' '}
          {one.conversations === 1 ? 'conversation' : 'conversations'}
          {isFewData(one.share) ? null : (
            <span className="dim">
              , {share.value} in 100 of all, likely {share.range}
            </span>
          )}
        </p>
      </div>
      <div className="reason-trend">
        <WeekBars weeks={one.weeks} name={one.name} fixedAt={care?.fixedAt ?? null} />
        <Tag tone={trendTone(one)}>{one.trend.words}</Tag>
      </div>
      <ul className="reason-quotes">
        {one.quotes.slice(0, quotesShown).map(({ conversationId, quote }) => (
          <li key={conversationId}>
            <Link to={`/conversations/${encodeURIComponent(conversationId)}`} className="say-small">
              “{quote}”
            </Link>
          </li>
        ))}
      </ul>
      {one.kind === 'rule' ? <Afterwards one={one} all={all} /> : null}
      <div className="reason-care">
        <p className="caption">
          {care?.owner ? (
            <>
              Looked after by <b>{care.owner}</b>
            </>
          ) : (
            'Nobody looks after it yet'
          )}
          {care?.fixedAt ? `, fixed on ${wholeDayWords(care.fixedAt)}` : ''}
        </p>
        <Button size="small" kind="quiet" onClick={onCare}>
          {care ? 'Change' : 'Name somebody'}
          <span className="visually-hidden"> who looks after {one.name}</span>
        </Button>
        {care?.fix ? (
          <p className="reason-fix">
            <Tag tone={fixWords[care.fix.sign].tone}>{fixWords[care.fix.sign].name}</Tag>{' '}
            <span className="caption">{care.fix.sentence}</span>
          </p>
        ) : null}
      </div>
    </li>
  );
}

/** How conversations with this rule ended beside all others: side by side, a hint. */
function Afterwards({ one, all }: { one: ReasonGroup; all: ReasonsAnswer['all'] }) {
  const rows = [
    {
      name: 'Feeling at the end, −1 to 1',
      own: changeWords(one.after.feelingLast),
      base: changeWords(all.feelingLast),
    },
    { name: 'Satisfied, asked, in 100', own: shareWords(one.after.satisfied), base: shareWords(all.satisfied) },
    { name: 'Had to write again, in 100', own: shareWords(one.after.wroteAgain), base: shareWords(all.wroteAgain) },
  ];
  const counts = [one.after.feelingLast, one.after.satisfied, one.after.wroteAgain];
  if (counts.every(isFewData)) {
    return <p className="caption reason-after">Too few of them to say how they ended; the quotes say it better.</p>;
  }
  return (
    <table className="reason-after">
      <caption className="caption">What customers did after it: a hint, nothing allowed for</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col">After this rule</th>
          <th scope="col">All conversations</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, own, base }, place) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Said words={own} n={counts[place]?.n ?? 0} />
            </td>
            <td className="dim">
              all: {base.value}, {base.range}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Said({ words, n }: { words: EstimateWords; n: number }) {
  if (words.value === 'too few' || n === 0) return <span className="dim">too few, {n}</span>;
  return (
    <>
      <span className="num">{words.value}</span> <span className="dim">{words.range}</span>
    </>
  );
}
