/** One author or speaker: who of the roles they are. */
import type { AuthorRole } from '@rapport/contract';
import { roleNames } from './role-words.ts';
import './RoleChoice.css';

interface RoleChoiceProps {
  /** Tells this group of choices from the others on the page. */
  id: string;
  /** Whose role it is, for those who hear the page. */
  label: string;
  roles: readonly AuthorRole[];
  role: AuthorRole;
  /** What Rapport would say; null where it has nothing against the role as it is. */
  proposed: AuthorRole | null;
  onChoose: (role: AuthorRole) => void;
}

export function RoleChoice({ id, label, roles, role, proposed, onChoose }: RoleChoiceProps) {
  return (
    <div className="role-choice" role="radiogroup" aria-label={`Role of ${label}`}>
      {roles.map((one) => (
        <label key={one} className={one === role ? 'chosen' : undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name={`role-${id}`}
            value={one}
            checked={one === role}
            onChange={() => onChoose(one)}
          />
          {roleNames[one]}
          {one === proposed ? <span className="visually-hidden">, proposed</span> : null}
        </label>
      ))}
    </div>
  );
}
