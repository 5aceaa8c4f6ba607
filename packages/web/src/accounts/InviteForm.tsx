import { call, inviteMember, type Role } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { CheckList } from './CheckList.tsx';
import { Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { type MailResult, mailedWords } from './mailed-words.ts';
import { RoleField } from './RoleField.tsx';
import { ShownOnce } from './ShownOnce.tsx';
import { useChange, useTeams } from './use-accounts.ts';

export function InviteForm() {
  const teams = useTeams();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('reviewer');
  const [teamIds, setTeamIds] = useState<string[]>([]);
  const [made, setMade] = useState<{ link: string; email: string; mail: MailResult } | null>(null);
  const inviting = useChange(() => call(inviteMember, { body: { email, role, teamIds } }));
  const hasTeams = (role === 'lead' || role === 'reviewer') && (teams.data?.teams.length ?? 0) > 0;
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        inviting.mutate(undefined, {
          onSuccess: ({ link, mail }) => {
            setMade({ link, email, mail });
            setEmail('');
          },
        });
      }}
    >
      <TypedField label="E-mail address" type="email" required value={email} onChange={setEmail} />
      <RoleField id="invite-role" value={role} onChange={setRole} />
      {hasTeams ? (
        <CheckList legend="Teams" choices={teams.data?.teams ?? []} chosen={teamIds} onChange={setTeamIds} none="" />
      ) : null}
      <Refusal>{inviting.error ? wordsOf(inviting.error) : null}</Refusal>
      {made === null ? null : <ShownOnce text={made.link} words={mailedWords(made)} onDone={() => setMade(null)} />}
      <div className="settings-buttons">
        <Button type="submit" kind="primary">
          Make the invitation
        </Button>
      </div>
    </form>
  );
}
