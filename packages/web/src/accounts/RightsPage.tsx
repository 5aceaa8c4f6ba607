/** What agents were told and agreed to; nothing about a single one is shown until the four are filled. */
import { type AgentsRights, call, setAgentsRights } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { DisputeWindow } from '../disputes/DisputeWindow.tsx';
import { Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import { useAgentsRights, useChange } from './use-accounts.ts';
import { useHolds } from './use-me.ts';

export function RightsPage() {
  const rights = useAgentsRights();
  const isAdmin = useHolds('admin');
  const isOn = rights.data?.viewsOn === true;
  return (
    <SettingsFrame
      name="Agents’ rights"
      title={
        rights.data ? (
          <>
            Pages and names of single agents are <span className="marker">{isOn ? 'on' : 'off'}</span>.
          </>
        ) : (
          'Are pages of single agents on?'
        )
      }
      lead="Agents are told what is measured before anybody looks at one of them. Whoever is named sees the same page, quotes and versions, and may contest them."
    >
      {rights.error ? <ErrorState error={rights.error} retry={() => void rights.refetch()} /> : null}
      {rights.isPending ? <LoadingState>Looking what was agreed.</LoadingState> : null}
      {rights.data && isAdmin ? <RightsForm key={rights.data.changedAt} rights={rights.data} /> : null}
      {rights.data && !isAdmin ? <RightsRead rights={rights.data} /> : null}
      <DisputeWindow mayChange={isAdmin} />
    </SettingsFrame>
  );
}

function RightsForm({ rights }: { rights: AgentsRights }) {
  const [informedOn, setInformedOn] = useState(rights.informedOn ?? '');
  const [words, setWords] = useState({
    agreement: rights.agreement,
    purposes: rights.purposes,
    retention: rights.retention,
  });
  const [viewsOn, setViewsOn] = useState(rights.viewsOn);
  const saving = useChange(() =>
    call(setAgentsRights, { body: { ...words, informedOn: informedOn === '' ? null : informedOn, viewsOn } }),
  );
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <TypedField label="Informed on" type="date" value={informedOn} onChange={setInformedOn} />
      {areas.map(({ id, label, hint }) => (
        <div className="field" key={id}>
          <label htmlFor={`rights-${id}`}>{label}</label>
          <textarea
            id={`rights-${id}`}
            rows={3}
            maxLength={2000}
            value={words[id]}
            aria-describedby={`rights-${id}-hint`}
            onChange={(event) => setWords({ ...words, [id]: event.target.value })}
          />
          <p className="caption" id={`rights-${id}-hint`}>
            {hint}
          </p>
        </div>
      ))}
      <label className="switch">
        <input type="checkbox" checked={viewsOn} onChange={(event) => setViewsOn(event.target.checked)} /> Show pages
        and names of single agents
      </label>
      <Refusal>{saving.error ? wordsOf(saving.error) : null}</Refusal>
      <div className="settings-buttons">
        <Button type="submit" kind="primary">
          Save
        </Button>
        <span className="caption" role="status">
          {saving.isSuccess || rights.changedAt === null
            ? saving.isSuccess
              ? 'Saved.'
              : ''
            : `Last changed by ${rights.changedBy} on ${wholeDayWords(rights.changedAt)}.`}
        </span>
      </div>
    </form>
  );
}

const areas = [
  {
    id: 'agreement',
    label: 'Agreement',
    hint: 'With whom it was agreed, such as a works council, or on what ground it rests.',
  },
  {
    id: 'purposes',
    label: 'Purposes',
    hint: 'What the numbers are for, and what they are never used for, such as pay or discipline.',
  },
  { id: 'retention', label: 'Retention', hint: 'How long words and scores are kept.' },
] as const;

function RightsRead({ rights }: { rights: AgentsRights }) {
  return (
    <dl className="about">
      <div>
        <dt>Informed on</dt>
        <dd>{rights.informedOn === null ? 'not said yet' : wholeDayWords(rights.informedOn)}</dd>
      </div>
      {areas.map(({ id, label }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>{rights[id] === '' ? 'not said yet' : rights[id]}</dd>
        </div>
      ))}
    </dl>
  );
}
