/** How often one is told by mail, and about what. */
import {
  call,
  getNoticePreference,
  type NoticeKind,
  type NoticePreference,
  noticeKinds,
  noticeRhythms,
  type Role,
  setNoticePreference,
} from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { useToast } from '../design/Toast.tsx';
import { CheckList } from './CheckList.tsx';
import { Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { useChange } from './use-accounts.ts';

const rhythmWords: Record<(typeof noticeRhythms)[number], string> = {
  'at-once': 'At once',
  daily: 'Once a day, all in one mail',
  never: 'Never',
};

const looksAfter: readonly Role[] = ['owner', 'admin'];
/** What concerns other roles never comes, so it is not offered. */
const kindWords: Record<NoticeKind, { name: string; roles?: readonly Role[] }> = {
  'review-assigned': { name: 'A review waits for me', roles: ['owner', 'admin', 'lead', 'reviewer'] },
  mention: { name: 'Somebody calls me in a comment' },
  'calibration-asked': { name: 'A calibration waits for my ratings' },
  'calibration-open': { name: 'A calibration of mine can be compared', roles: ['owner', 'admin', 'lead'] },
  'dispute-answered': { name: 'My dispute was answered' },
  'coaching-note': { name: 'A coaching note was written for me' },
  'source-failing': { name: 'A source cannot be read', roles: looksAfter },
  'import-done': { name: 'An import is done', roles: looksAfter },
};

export function NoticesSection({ role }: { role: Role }) {
  const preference = useQuery({
    queryKey: ['accounts', 'notices'],
    queryFn: ({ signal }) => call(getNoticePreference, { signal }),
  });
  return (
    <Section title="Told by mail">
      {preference.error ? <ErrorState error={preference.error} retry={() => void preference.refetch()} /> : null}
      {preference.data?.mailWorks === false ? (
        <p className="second">
          No mail is sent from here yet: an administrator names the mail server under Settings, Mail. What you choose
          holds from then on.
        </p>
      ) : null}
      {preference.data ? <NoticesForm preference={preference.data} role={role} /> : null}
    </Section>
  );
}

function NoticesForm({ preference, role }: { preference: NoticePreference; role: Role }) {
  const toast = useToast();
  const [rhythm, setRhythm] = useState(preference.rhythm);
  const [kinds, setKinds] = useState<string[]>(preference.kinds);
  const saving = useChange(() =>
    call(setNoticePreference, { body: { rhythm, kinds: noticeKinds.filter((one) => kinds.includes(one)) } }),
  );
  const offered = noticeKinds.filter((one) => kindWords[one].roles?.includes(role) ?? true);
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(undefined, { onSuccess: () => toast({ text: 'Saved: this is how you are told by mail.' }) });
      }}
    >
      <fieldset className="check-list">
        <legend>How often</legend>
        {noticeRhythms.map((one) => (
          <label key={one}>
            <input type="radio" name="rhythm" checked={rhythm === one} onChange={() => setRhythm(one)} />
            <span>{rhythmWords[one]}</span>
          </label>
        ))}
      </fieldset>
      {rhythm === 'never' ? null : (
        <CheckList
          legend="When"
          choices={offered.map((id) => ({ id, name: kindWords[id].name }))}
          chosen={kinds}
          onChange={setKinds}
          none=""
        />
      )}
      <Refusal>{saving.error ? wordsOf(saving.error) : null}</Refusal>
      <div className="settings-buttons">
        <Button type="submit">Save</Button>
      </div>
    </form>
  );
}
