/** Whose numbers these are, and the choice of others; nothing where there are no teams. */
import { everybody, type Whose } from '@rapport/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Menu } from '../design/Menu.tsx';

export function WhoseMenu({ whose }: { whose: Whose | undefined }) {
  const navigate = useNavigate();
  const search: Record<string, string> = useSearch({ strict: false });
  if (whose === undefined || whose.teams.length === 0) return null;
  return (
    <Menu
      label="Whose numbers"
      value={whose.team?.id ?? everybody}
      choices={[...whose.teams.map(({ id, name }) => ({ value: id, name })), { value: everybody, name: 'Everybody' }]}
      onChoose={(team) => void navigate({ to: '.', search: { ...search, team } })}
    />
  );
}
