/** Each speaker with how often they speak and a few of their words, and who they are. */
import type { AuthorRole, PlanSpeaker } from '@rapport/contract';
import { useState } from 'react';
import { Tag } from '../design/Tag.tsx';
import { countOf } from '../first-run/count-words.ts';
import { useKeys } from '../keys/KeyProvider.tsx';
import { RoleChoice } from '../who-is-who/RoleChoice.tsx';
import { isStillGuess, type SpeakerRoles, speakerRoles } from './speaker-choice.ts';
import './SpeakerTable.css';

interface SpeakerTableProps {
  /** In the order to be shown. */
  speakers: readonly PlanSpeaker[];
  roles: SpeakerRoles;
  onChoose: (name: string, role: AuthorRole) => void;
}

export function SpeakerTable({ speakers, roles, onChoose }: SpeakerTableProps) {
  const [at, setAt] = useState(0);
  const current = speakers[at];
  const move = (step: number) => {
    const next = Math.max(0, Math.min(speakers.length - 1, at + step));
    setAt(next);
    document.getElementById(`speaker-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const say = (role: AuthorRole) => {
    if (current) onChoose(current.name, role);
  };
  useKeys({
    next: () => move(1),
    back: () => move(-1),
    'role-agent': () => say('agent'),
    'role-customer': () => say('customer'),
    'role-bot': () => say('bot'),
  });
  return (
    <table className="speaker-table">
      <caption className="visually-hidden">Who speaks, a few of their words, and who they are</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Speaker</th>
          <th scope="col">Role</th>
        </tr>
      </thead>
      <tbody>
        {speakers.map((speaker, index) => (
          <tr
            key={speaker.name}
            id={`speaker-${index}`}
            aria-current={index === at ? 'true' : undefined}
            onPointerDown={() => setAt(index)}
            onFocus={() => setAt(index)}
          >
            <th scope="row">
              {speaker.name} {isStillGuess(speaker, roles) ? <Tag>guessed</Tag> : null}
              {speaker.turns > 0 ? (
                <span className="caption speaker-turns">{countOf(speaker.turns, 'message')}</span>
              ) : null}
              {speaker.sample === '' ? null : <q className="speaker-sample">{speaker.sample}</q>}
            </th>
            <td>
              <RoleChoice
                id={`speaker-${index}`}
                label={speaker.name}
                roles={speakerRoles}
                role={roles[speaker.name] ?? speaker.role}
                proposed={speaker.sure ? null : speaker.role}
                onChoose={(role) => onChoose(speaker.name, role)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
