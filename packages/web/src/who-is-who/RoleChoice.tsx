/** One author or speaker: who of the roles they are. */
import type { AuthorRole } from '@rapport/contract';
import { RadioRow } from '../design/RadioRow.tsx';
import { roleNames } from './role-words.ts';

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
  const choices = roles.map((one) => ({
    value: one,
    words: (
      <>
        {roleNames[one]}
        {one === proposed ? <span className="visually-hidden">, proposed</span> : null}
      </>
    ),
  }));
  return (
    <RadioRow
      isSmall
      name={`role-${id}`}
      label={`Role of ${label}`}
      choices={choices}
      value={role}
      onChoose={onChoose}
    />
  );
}
