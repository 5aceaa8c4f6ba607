/** Which role somebody has, each with what it may; only an owner makes owners. */
import { type Role, roles } from '@rapport/contract';
import type { ReactNode } from 'react';
import { roleWords } from './account-words.ts';
import { useHolds } from './use-me.ts';

interface RoleFieldProps {
  id: string;
  value: Role;
  onChange: (role: Role) => void;
  /** What a change brings with it. */
  children?: ReactNode;
}

export function RoleField({ id, value, onChange, children }: RoleFieldProps) {
  const isOwner = useHolds('owner');
  const choices = roles.filter((one) => isOwner || one !== 'owner');
  return (
    <div className="field">
      <label htmlFor={id}>Role</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(choices.find((one) => one === event.target.value) ?? value)}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {`${roleWords[one].name}: ${roleWords[one].may}`}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}
