/** Authors with what they wrote, why a role is proposed, and the four roles to choose from. */
import type { Author, AuthorRole } from '@rapport/contract';
import { Tag } from '../design/Tag.tsx';
import { countWords } from '../first-run/count-words.ts';
import { proposedRole } from './author-roles.ts';
import { RoleChoice } from './RoleChoice.tsx';
import { hintWords, roleOrder } from './role-words.ts';
import './AuthorTable.css';

interface AuthorTableProps {
  authors: readonly Author[];
  current: string | null;
  roleOf: (author: Author) => AuthorRole;
  onChoose: (author: Author, role: AuthorRole) => void;
  onCurrent: (author: Author) => void;
}

export function AuthorTable({ authors, current, roleOf, onChoose, onCurrent }: AuthorTableProps) {
  return (
    <table className="author-table">
      <colgroup>
        <col className="author-col-name" />
        <col className="author-col-count" />
        <col className="author-col-conversations" />
        <col />
        <col className="author-col-role" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className="author-count">
            Messages
          </th>
          <th scope="col" className="author-count author-conversations">
            Conversations
          </th>
          <th scope="col">Why</th>
          <th scope="col" className="author-role">
            Role
          </th>
        </tr>
      </thead>
      <tbody>
        {authors.map((author) => (
          <tr
            key={author.id}
            id={`author-${author.id}`}
            aria-current={author.id === current ? 'true' : undefined}
            onPointerDown={() => onCurrent(author)}
            onFocus={() => onCurrent(author)}
          >
            <th scope="row">{author.name || 'No name'}</th>
            <td className="author-count num">{countWords(author.messages)}</td>
            <td className="author-count author-conversations">{countWords(author.conversations)}</td>
            <td className="author-why">
              {author.why} <HintTags author={author} />
            </td>
            <td className="author-role">
              <RoleChoice
                id={author.id}
                label={author.name || 'the author without a name'}
                roles={roleOrder}
                role={roleOf(author)}
                proposed={author.proposedRole === null ? null : proposedRole(author)}
                onChoose={(role) => onChoose(author, role)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HintTags({ author }: { author: Author }) {
  const shown = author.hints.flatMap((hint) => hintWords[hint] ?? []);
  return (
    <span className="author-hints">
      {shown.map((words) => (
        <Tag key={words}>{words}</Tag>
      ))}
    </span>
  );
}
