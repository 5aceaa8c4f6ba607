import { type ConversationRow, channelNames, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { dayWords } from '../design/dates.ts';
import { FeelingMark } from '../design/FeelingMark.tsx';
import { Icon } from '../design/Icon.tsx';
import { LevelTag } from '../design/LevelTag.tsx';
import { isUnsure } from '../design/level-words.ts';
import { heardWords } from './row-words.ts';

interface RowProps {
  row: ConversationRow;
  index: number;
  current: boolean;
  picked: boolean;
  /** The column's heading already names the quality. */
  qualityKnown: boolean;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
  search: Record<string, string>;
}

export function ConversationListRow({ row, index, current, picked, qualityKnown, onSelect, onOpen, search }: RowProps) {
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={current ? 'true' : undefined}
      className={current ? 'current' : undefined}
      onClick={() => onSelect(row.id)}
      onDoubleClick={() => onOpen(row.id)}
    >
      <th scope="row" className="cell-customer">
        {picked ? (
          <span className="picked-sign">
            <Icon name="check" size={12} />
            <span className="visually-hidden">selected, </span>
          </span>
        ) : null}
        <Link to={`/conversations/${encodeURIComponent(row.id)}`} search={search}>
          {row.customer || 'Customer'}
        </Link>
      </th>
      <td className="cell-words">
        <span className="say-small">{row.firstWords}</span>
      </td>
      <td className="cell-agent">
        {row.agents[0] ?? <span className="dim">nobody</span>}
        {row.agents.length > 1 ? ` +${row.agents.length - 1}` : ''}{' '}
        <span className="dim">{channelNames[row.channel]}</span>
      </td>
      <td className="cell-feeling">
        <FeelingMark first={row.feelingFirst} last={row.feelingLast} width={86} />
      </td>
      <td className={row.heard === 'never' ? 'cell-heard attention bold' : 'cell-heard'}>
        {heardWords(row)}
        {row.heard === 'nothing-to-hear' ? <span className="visually-hidden">nothing to hear</span> : null}
      </td>
      <td className="cell-level">
        <Level row={row} qualityKnown={qualityKnown} />
      </td>
      <td className="cell-rated">
        {row.csat ? (
          <>
            <span className="num">{row.csat.value}</span> <span className="dim">/{row.csat.max}</span>
          </>
        ) : (
          <span className="dim">none</span>
        )}
      </td>
      <td className="cell-day dim">{row.lastAt ? dayWords(row.lastAt, new Date()) : 'no date'}</td>
    </tr>
  );
}

function Level({ row, qualityKnown }: { row: ConversationRow; qualityKnown: boolean }) {
  if (row.verdict === null) return <span className="dim">not scored</span>;
  // Where the worst of them is met, all of them are: then no quality is in need.
  const worst = row.verdict === 'met' ? 'Everything' : row.verdictQuality && qualityWords[row.verdictQuality].name;
  const name = row.verdictQuality ? worst : null;
  return (
    <>
      {name && !qualityKnown ? <span className="level-quality">{name}</span> : null}
      <LevelTag verdict={row.verdict} unsure={row.verdictConfidence !== null && isUnsure(row.verdictConfidence)} />
    </>
  );
}
