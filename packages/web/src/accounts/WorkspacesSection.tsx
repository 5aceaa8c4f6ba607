/** The workspaces one belongs to: going from one to another, naming this one, and, for owners of the first, making one. */
import { call, enterWorkspace, makeWorkspace, renameWorkspace, type WorkspaceRow } from '@rapport/contract';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { useToast } from '../design/Toast.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { roleWords } from './account-words.ts';
import { Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { useChange } from './use-accounts.ts';
import { useForgetEverything, useHolds } from './use-me.ts';

export function WorkspacesSection({ workspaces }: { workspaces: readonly WorkspaceRow[] }) {
  const isOwner = useHolds('owner');
  const entering = useEntering();
  const current = workspaces.find((one) => one.current);
  if (workspaces.length < 2 && !isOwner) return null;
  return (
    <Section title="Workspaces" anchor="workspaces" className="workspaces" beside={workspaces.length}>
      <p className="second">Each has data, people and settings of its own; nothing crosses from one to another.</p>
      {entering.error ? <ErrorState error={entering.error} /> : null}
      <ul className="row-list">
        {workspaces.map(({ id, name, role, current: isHere }) => (
          <li key={id}>
            <span>
              <b>{name}</b> <span className="caption">{role === 'key' ? '' : roleWords[role].name}</span>
            </span>
            {isHere ? (
              <span className="caption">You are here</span>
            ) : (
              <Button size="small" onClick={() => entering.mutate(id)}>
                {`Go to ${name}`}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isOwner && current !== undefined ? <RenameForm key={current.name} name={current.name} /> : null}
      {isOwner && current?.id === workspaces[0]?.id ? <NewWorkspaceForm /> : null}
    </Section>
  );
}

function useEntering() {
  const forget = useForgetEverything();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (workspaceId: string) => call(enterWorkspace, { params: { workspaceId } }),
    onSuccess: async () => {
      await navigate({ to: '/' });
      await forget();
    },
  });
}

function RenameForm({ name: before }: { name: string }) {
  const toast = useToast();
  const [name, setName] = useState(before);
  const renaming = useChange(() => call(renameWorkspace, { body: { name } }));
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        renaming.mutate(undefined, { onSuccess: () => toast({ text: 'The workspace has its new name.' }) });
      }}
    >
      <TypedField label="Name of this workspace" required maxLength={60} value={name} onChange={setName} />
      <Refusal>{renaming.error ? wordsOf(renaming.error) : null}</Refusal>
      <div className="settings-buttons">
        <Button type="submit" blocked={name.trim() === before ? 'the name is the same' : undefined}>
          Change the name
        </Button>
      </div>
    </form>
  );
}

function NewWorkspaceForm() {
  const toast = useToast();
  const [name, setName] = useState('');
  const making = useChange(() => call(makeWorkspace, { body: { name } }));
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate(undefined, {
          onSuccess: (made) => {
            setName('');
            toast({ text: `${made.name} is made, and you own it.` });
          },
        });
      }}
    >
      <TypedField
        label="Another workspace"
        required
        maxLength={60}
        hint="For another company or brand whose people and conversations stay apart."
        value={name}
        onChange={setName}
      />
      <Refusal>{making.error ? wordsOf(making.error) : null}</Refusal>
      <div className="settings-buttons">
        <Button type="submit">Make the workspace</Button>
      </div>
    </form>
  );
}
