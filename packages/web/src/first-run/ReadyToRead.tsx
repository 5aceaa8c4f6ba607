/** The newest scored conversations, while the rest is still being scored. */
import type { ConversationRow } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';
import { Tag } from '../design/Tag.tsx';
import { countWords } from './count-words.ts';
import { readyTag } from './ready-tag.ts';
import './ReadyToRead.css';

interface ReadyToReadProps {
  rows: readonly ConversationRow[];
  scored: number;
  importId: string;
}

export function ReadyToRead({ rows, scored, importId }: ReadyToReadProps) {
  if (rows.length === 0) return null;
  return (
    <Section
      title="Ready to read"
      className="ready-to-read"
      link={
        <Link to="/conversations" search={{ importId }}>
          Open all {countWords(scored)}
        </Link>
      }
    >
      <ul>
        {rows.map((row) => {
          const tag = readyTag(row);
          return (
            <li key={row.id}>
              <Link
                to="/conversations/$conversationId"
                params={{ conversationId: row.id }}
                className="say-small ready-words"
              >
                “{row.firstWords}”
              </Link>
              <Tag tone={tag.tone}>{tag.words}</Tag>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
