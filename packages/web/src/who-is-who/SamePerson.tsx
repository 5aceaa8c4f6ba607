/** Several names of one person: proposed where they are spelt alike, said by hand, and taken apart again. */
import type { Author } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { Section } from '../design/Section.tsx';
import { useToast } from '../design/Toast.tsx';
import { countOf } from '../first-run/count-words.ts';
import { likelySame } from './likely-same.ts';
import { useMergeAuthors, useSplitAuthor } from './use-names.ts';
import './SamePerson.css';

export function SamePerson({ authors }: { authors: readonly Author[] }) {
  const agents = authors.filter(({ role }) => role === 'agent');
  const together = agents.filter(({ names }) => names.length > 0);
  const merge = useMergeAuthors();
  const split = useSplitAuthor();
  const toast = useToast();
  const join = (one: Author, others: readonly Author[]) =>
    merge.mutate(
      { into: one.id, names: others.map(({ id }) => id) },
      {
        onSuccess: () =>
          toast({
            text: `${one.name} is one person now. Their conversations are scored again.`,
            undo: () => {
              for (const { id } of others) split.mutate({ from: one.id, name: id });
            },
          }),
      },
    );
  const error = merge.error ?? split.error;
  return (
    <Section title="One person, several names" className="who-section">
      <p className="second same-lead">
        Scores, lists and drivers take them as one from then on, and whoever looks after one of the names looks after
        the person. It can be taken back; nothing is lost.
      </p>
      {error ? <ErrorState error={error} /> : null}
      <ul className="same-people">
        {likelySame(agents).map(([one, ...others]) =>
          one === undefined ? null : (
            <li key={one.id}>
              <span>
                {[one, ...others].map((author) => placeOf(author)).join(' and ')} <b>look like one person</b>.
              </span>
              <Button
                size="small"
                blocked={merge.isPending ? 'It is being sent' : undefined}
                onClick={() => join(one, others)}
              >
                They are one
              </Button>
            </li>
          ),
        )}
        {together.map((one) =>
          one.names.map((name) => (
            <li key={name.id}>
              <span>
                {placeOf(one)} <b>is also</b> {name.name || 'No name'} in {name.source},{' '}
                {countOf(name.messages, 'message')}.
              </span>
              <Button
                size="small"
                blocked={split.isPending ? 'It is being sent' : undefined}
                onClick={() => split.mutate({ from: one.id, name: name.id })}
                aria-label={`Take apart: ${name.name} from ${one.name}`}
              >
                Take apart
              </Button>
            </li>
          )),
        )}
      </ul>
      {agents.length > 1 ? <SayTheyAreOne agents={agents} isBusy={merge.isPending} onSay={join} /> : null}
    </Section>
  );
}

interface SayProps {
  agents: readonly Author[];
  isBusy: boolean;
  onSay: (one: Author, others: readonly Author[]) => void;
}

function SayTheyAreOne({ agents, isBusy, onSay }: SayProps) {
  const [name, setName] = useState('');
  const [into, setInto] = useState('');
  const one = agents.find(({ id }) => id === into);
  // Whoever stands for other names already is merged into, never merged away.
  const other = agents.find(({ id, names }) => id === name && names.length === 0);
  const blocked =
    one === undefined || other === undefined
      ? 'Choose two names'
      : one.id === other.id
        ? 'Choose two different names'
        : isBusy
          ? 'It is being sent'
          : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (blocked !== undefined || one === undefined || other === undefined) return;
    onSay(one, [other]);
    setName('');
  };
  const choice = (label: string, value: string, offered: readonly Author[], onChange: (id: string) => void) => (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">Choose a name</option>
          {offered.map((author) => (
            <option key={author.id} value={author.id}>
              {placeOf(author)}, {countOf(author.messages, 'message')}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <form className="same-form" onSubmit={submit} aria-label="Say that two names are one person">
      {choice(
        'This name',
        name,
        agents.filter(({ names }) => names.length === 0),
        setName,
      )}
      {choice('is the same person as', into, agents, setInto)}
      <Button type="submit" blocked={blocked}>
        They are one
      </Button>
    </form>
  );
}

const placeOf = ({ name, source }: Pick<Author, 'name' | 'source'>): string => `${name || 'No name'} in ${source}`;
