/** Keys for programs: made, shown once, revoked. */
import { call, keyScopes, keyScopeWords, makeKey, revokeKey } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { dayAndTimeWords, wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import { ShownOnce } from './ShownOnce.tsx';
import { useChange, useKeysForPrograms } from './use-accounts.ts';

export function KeysPage() {
  const keys = useKeysForPrograms();
  const revoking = useChange((keyId: string) => call(revokeKey, { params: { keyId } }));
  const open = keys.data?.keys.filter(({ revokedAt }) => revokedAt === null) ?? [];
  return (
    <SettingsFrame
      name="Keys"
      title={
        open.length === 0
          ? 'No program has a key.'
          : `${open.length} ${open.length === 1 ? 'key opens' : 'keys open'} this Rapport to programs.`
      }
      lead="A program sends its key with every request. Only a hash of it is kept here; it is shown once."
    >
      {keys.error ? <ErrorState error={keys.error} retry={() => void keys.refetch()} /> : null}
      {revoking.error ? <ErrorState error={revoking.error} /> : null}
      <ul className="row-list">
        {open.map(({ id, name, prefix, scope, madeBy, madeAt, lastUsedAt }) => (
          <li key={id}>
            <span>
              <b>{name}</b> <code>{prefix}</code>
              <br />
              <span className="caption">
                {keyScopeWords[scope]}. Made by {madeBy} on {wholeDayWords(madeAt)},{' '}
                {lastUsedAt === null ? 'never used' : `last used ${dayAndTimeWords(lastUsedAt)}`}
              </span>
            </span>
            <Button size="small" onClick={() => revoking.mutate(id)} aria-label={`Revoke ${name}`}>
              Revoke
            </Button>
          </li>
        ))}
      </ul>
      <Section title="Make a key">
        <NewKey />
      </Section>
    </SettingsFrame>
  );
}

function NewKey() {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<(typeof keyScopes)[number]>('read');
  const [key, setKey] = useState<string | null>(null);
  const making = useChange(() => call(makeKey, { body: { name, scope } }));
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate(undefined, {
          onSuccess: (made) => {
            setKey(made.key);
            setName('');
          },
        });
      }}
    >
      <TypedField label="What it is for" required maxLength={60} value={name} onChange={setName} />
      <div className="field">
        <label htmlFor="key-scope">What it may do</label>
        <select
          id="key-scope"
          value={scope}
          onChange={(event) => setScope(keyScopes.find((one) => one === event.target.value) ?? scope)}
        >
          {keyScopes.map((one) => (
            <option key={one} value={one}>
              {keyScopeWords[one]}
            </option>
          ))}
        </select>
      </div>
      <Refusal>{making.error ? wordsOf(making.error) : null}</Refusal>
      {key === null ? null : (
        <ShownOnce
          text={key}
          words="Put it where the program reads its secrets. It is not shown again."
          onDone={() => setKey(null)}
        />
      )}
      <div className="settings-buttons">
        <Button type="submit" kind="primary">
          Make the key
        </Button>
      </div>
    </form>
  );
}
