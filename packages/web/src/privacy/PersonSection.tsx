/** Looking for a person; then handing out what is kept about them, or erasing them. No name goes into an address. */
import { addressOf, call, exportPerson, findIdentities, type Identity } from '@rapport/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, buttonClass } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { countOf } from '../first-run/count-words.ts';
import { ErasureForm } from './ErasureForm.tsx';
import './DataPage.css';

export function PersonSection() {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly Identity[]>([]);
  const [isErasing, setErasing] = useState(false);
  const finding = useMutation({ mutationFn: () => call(findIdentities, { body: { words } }) });
  const found = finding.data?.identities ?? [];
  const toggle = (one: Identity) =>
    setChosen(chosen.some(({ id }) => id === one.id) ? chosen.filter(({ id }) => id !== one.id) : [...chosen, one]);
  const startAnew = () => {
    setChosen([]);
    setErasing(false);
    finding.reset();
  };
  return (
    <Section title="One person" anchor="person">
      <p className="second settings-lead">
        Somebody asks what is kept about them, or wants to be erased. Find every name and account under which they are
        known here.
      </p>
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          startAnew();
          finding.mutate();
        }}
      >
        <TypedField
          label="Name, address or id"
          required
          minLength={2}
          maxLength={200}
          autoComplete="off"
          value={words}
          onChange={setWords}
        />
        <div className="settings-buttons">
          <Button type="submit">Find them</Button>
        </div>
      </form>
      {finding.error ? <ErrorState error={finding.error} /> : null}
      {finding.data && found.length === 0 ? (
        <p role="status">Nobody is known here by these words. An address is known where a source used it as an id.</p>
      ) : null}
      {found.length > 0 ? (
        <fieldset className="check-list privacy-found">
          <legend>Which of these are the person?</legend>
          {found.map((one) => (
            <label key={one.id}>
              <input type="checkbox" checked={chosen.some(({ id }) => id === one.id)} onChange={() => toggle(one)} />
              <span>
                {one.name} <span className="caption">{beside(one)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {finding.data?.more ? <p className="caption">There are more. Type more of the name.</p> : null}
      {chosen.length > 0 && !isErasing ? (
        <div className="settings-buttons">
          <a
            className={buttonClass({})}
            href={addressOf(exportPerson, { query: { identity: chosen.map(({ id }) => id).join(',') } })}
            download
          >
            Save everything kept about them
          </a>
          <Button kind="danger" onClick={() => setErasing(true)}>
            Erase them
          </Button>
        </div>
      ) : null}
      {isErasing && chosen.length > 0 ? <ErasureForm chosen={chosen} onEnd={startAnew} /> : null}
    </Section>
  );
}

function beside({ kind, source, conversations, messages, active }: Identity): string {
  if (kind === 'member') return active ? 'account, can sign in' : 'account of somebody who left';
  const counts = `${countOf(conversations, 'conversation')}, ${countOf(messages, 'message')}`;
  return `${kind === 'customer' ? 'customer' : 'on the team'} · ${source} · ${counts}`;
}
