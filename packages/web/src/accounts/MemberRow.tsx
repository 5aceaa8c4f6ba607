/** One person: their role, the authors they are, a link for a new password, and taking the account away. */
import { call, changeMember, type Member, makePasswordLink, type Role, removeMember } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { roleWords } from './account-words.ts';
import { CheckList } from './CheckList.tsx';
import { Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { RoleField } from './RoleField.tsx';
import { ShownOnce } from './ShownOnce.tsx';
import { useAgentAuthors, useChange } from './use-accounts.ts';

export function MemberRow({ member, isMe }: { member: Member; isMe: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <span>
        <b>{member.name}</b> {isMe ? '(you)' : null} <span className="caption">{member.email}</span>
        <br />
        <span className="caption">
          {roleWords[member.role].name}
          {member.teams.length > 0 ? ` of ${member.teams.map(({ name }) => name).join(', ')}` : ''}
          {member.twoFactor ? ' · second factor' : ''}
          {member.authors.length > 0 ? ` · writes as ${member.authors.map(({ name }) => name).join(', ')}` : ''}
        </span>
      </span>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`Change ${member.name}`}>
        Change
      </Button>
      {open ? <MemberDialog member={member} isMe={isMe} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}

function MemberDialog({ member, isMe, onClose }: { member: Member; isMe: boolean; onClose: () => void }) {
  const authors = useAgentAuthors();
  const [role, setRole] = useState<Role>(member.role);
  const [authorIds, setAuthorIds] = useState(member.authors.map(({ id }) => id));
  const [link, setLink] = useState<string | null>(null);
  const [removing, setRemoving] = useState(false);
  const params = { memberId: member.id };
  const saving = useChange(() => call(changeMember, { params, body: { role, authorIds } }));
  const linking = useChange(() => call(makePasswordLink, { params }));
  const leaving = useChange(() => call(removeMember, { params }));
  const failed = saving.error ?? linking.error ?? leaving.error;
  return (
    <Dialog open onClose={onClose} title={member.name}>
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(undefined, { onSuccess: onClose });
        }}
      >
        <RoleField id="member-role" value={role} onChange={setRole}>
          <p className="caption">
            {isMe ? 'A new role ends your own sessions too.' : 'A new role ends their sessions at once.'}
          </p>
        </RoleField>
        <CheckList
          legend="Writes to customers as"
          choices={authors.data ?? []}
          chosen={authorIds}
          onChange={setAuthorIds}
          none="No agents were brought in yet."
        />
        <Refusal>{failed ? wordsOf(failed) : null}</Refusal>
        {link === null ? null : (
          <ShownOnce
            text={link}
            words="Hand it over yourself: whoever opens it, once and within a day, sets a new password."
            onDone={() => setLink(null)}
          />
        )}
        <div className="settings-buttons">
          <Button type="submit" kind="primary">
            Save
          </Button>
          <Button onClick={() => linking.mutate(undefined, { onSuccess: (made) => setLink(made.link) })}>
            Make a password link
          </Button>
          {isMe ? null : removing ? (
            <Button kind="danger" onClick={() => leaving.mutate(undefined, { onSuccess: onClose })}>
              Yes, take the account away
            </Button>
          ) : (
            <Button onClick={() => setRemoving(true)}>Take the account away</Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
