/** One thing that is read, received from or sent to: how it stands, its counts, and what a person can do to it. */
import type { ReactNode } from 'react';
import { Tag } from '../design/Tag.tsx';
import type { StandTone } from './source-words.ts';

interface LiveItemProps {
  name: string;
  stand: { words: string; tone: StandTone };
  /** Small words beside the name. */
  where: string;
  sentences: readonly string[];
  error: Error | null;
  counts: readonly { name: string; count: ReactNode }[];
  /** What stands between the counts and the buttons. */
  children?: ReactNode;
  acts: ReactNode;
}

export function LiveItem({ name, stand, where, sentences, error, counts, children, acts }: LiveItemProps) {
  return (
    <li className="connection">
      <header>
        <h2>{name}</h2>
        <Tag tone={stand.tone}>{stand.words}</Tag>
        <span className="caption connection-where">{where}</span>
      </header>
      <div className="connection-stand" role="status">
        {sentences.map((sentence) => (
          <p key={sentence} className={stand.tone === 'attention' ? undefined : 'second'}>
            {sentence}
          </p>
        ))}
        {error === null ? null : <p className="attention">{error.message}</p>}
      </div>
      <dl className="connection-counts">
        {counts.map((one) => (
          <div key={one.name}>
            <dt>{one.name}</dt>
            <dd>{one.count}</dd>
          </div>
        ))}
      </dl>
      {children}
      <div className="connection-acts">{acts}</div>
    </li>
  );
}
