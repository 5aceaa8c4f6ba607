/** Teams: who leads and reviews, and whose service it is about. */
import { call, changeTeam, makeTeam, removeTeam, type Team } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { roleWords } from './account-words.ts';
import { CheckList } from './CheckList.tsx';
import { Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import { useAgentAuthors, useChange, useMembers, useTeams } from './use-accounts.ts';

export function TeamsPage() {
  const teams = useTeams();
  const [opened, setOpened] = useState<Team | 'new' | null>(null);
  const listed = teams.data?.teams ?? [];
  return (
    <SettingsFrame
      name="Teams"
      title={listed.length === 0 ? 'No team yet: leads and reviewers see everybody.' : 'Who sees whose service.'}
      lead="A lead or reviewer in a team sees its authors and no others. Whoever is in none sees everybody’s service."
    >
      {teams.error ? <ErrorState error={teams.error} retry={() => void teams.refetch()} /> : null}
      {teams.data && listed.length === 0 ? (
        <EmptyState title="Make a team when not everybody should read everything." />
      ) : null}
      <ul className="row-list">
        {listed.map((team) => (
          <li key={team.id}>
            <span>
              <b>{team.name}</b>
              <br />
              <span className="caption">
                {team.members.length === 0
                  ? 'nobody leads or reviews it'
                  : team.members.map(({ name }) => name).join(', ')}{' '}
                · {team.authors.length} {team.authors.length === 1 ? 'author' : 'authors'}
              </span>
            </span>
            <Button size="small" onClick={() => setOpened(team)} aria-label={`Change ${team.name}`}>
              Change
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <Button kind="primary" onClick={() => setOpened('new')}>
          Make a team
        </Button>
      </p>
      {opened === null ? null : <TeamDialog team={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </SettingsFrame>
  );
}

function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const members = useMembers();
  const authors = useAgentAuthors();
  const [name, setName] = useState(team?.name ?? '');
  const [memberIds, setMemberIds] = useState(team?.members.map(({ id }) => id) ?? []);
  const [authorIds, setAuthorIds] = useState(team?.authors.map(({ id }) => id) ?? []);
  const saving = useChange(() => {
    const body = { name, memberIds, authorIds };
    return team === null ? call(makeTeam, { body }) : call(changeTeam, { params: { teamId: team.id }, body });
  });
  const removing = useChange(() => call(removeTeam, { params: { teamId: team?.id ?? '' } }));
  const failed = saving.error ?? removing.error;
  const leaders = members.data?.members.filter(
    ({ state, role }) => state === 'active' && (role === 'lead' || role === 'reviewer'),
  );
  return (
    <Dialog open onClose={onClose} title={team === null ? 'Make a team' : team.name}>
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(undefined, { onSuccess: onClose });
        }}
      >
        <TypedField label="Name" required maxLength={60} value={name} onChange={setName} />
        <CheckList
          legend="Leads and reviewers"
          choices={(leaders ?? []).map((one) => ({ id: one.id, name: one.name, beside: roleWords[one.role].name }))}
          chosen={memberIds}
          onChange={setMemberIds}
          none="Nobody has one of these roles yet."
        />
        <CheckList
          legend="Whose service it is"
          choices={authors.data ?? []}
          chosen={authorIds}
          onChange={setAuthorIds}
          none="No agents were brought in yet."
        />
        <Refusal>{failed ? wordsOf(failed) : null}</Refusal>
        <div className="settings-buttons">
          <Button type="submit" kind="primary">
            Save
          </Button>
          {team === null ? null : (
            <Button kind="danger" onClick={() => removing.mutate(undefined, { onSuccess: onClose })}>
              Remove the team
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
