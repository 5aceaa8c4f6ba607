/** Where news goes, and which; the secret is shown this one time. */
import type { HookEvent } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { CheckList } from '../accounts/CheckList.tsx';
import { Refusal } from '../accounts/EnterFrame.tsx';
import { wordsOf } from '../accounts/form-words.ts';
import { ShownOnce } from '../accounts/ShownOnce.tsx';
import '../accounts/SettingsFrame.css';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { FormField } from './FormField.tsx';
import { chosenEvents, eventWords } from './hook-words.ts';
import { useNewHook } from './use-hooks.ts';

export function NewsAddressDialog({ onClose }: { onClose: () => void }) {
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(['conversations.scored']);
  const making = useNewHook();
  const events: HookEvent[] = chosenEvents.filter((one) => chosen.includes(one));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate({ url, events });
  };
  return (
    <Dialog open onClose={onClose} title="Send news to an address" kind="wide">
      {making.data?.secret ? (
        <ShownOnce
          text={making.data.secret}
          words="With this secret every piece of news is signed. Put it where the other system keeps its secrets: it is not shown again. Then press “Send a test”."
          onDone={onClose}
        />
      ) : (
        <form className="connect-form" onSubmit={submit}>
          <FormField
            label="Address"
            hint="It must answer with a status of 200 to 299 within eight seconds. Plain http and private networks only for hosts named in RAPPORT_PRIVATE_HOSTS."
            example="https://flows.example.org/rapport"
            value={url}
            onValue={setUrl}
            required
          />
          <CheckList
            legend="It is told when"
            choices={chosenEvents.map((id) => ({ id, name: eventWords[id].name, beside: eventWords[id].tells }))}
            chosen={chosen}
            onChange={setChosen}
            none=""
          />
          <Refusal>{making.error ? wordsOf(making.error) : null}</Refusal>
          <div className="connect-buttons">
            <Button
              type="submit"
              kind="primary"
              blocked={events.length === 0 ? 'Choose at least one piece of news' : undefined}
            >
              Send news there
            </Button>
            <Button kind="quiet" onClick={onClose}>
              Not now
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
