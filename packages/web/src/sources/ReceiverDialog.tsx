/** Makes an address for one helpdesk; the secret, where Rapport makes it, is shown this one time. */
import { ringingKinds, type WebhookKind, webhookKinds } from '@rapport/contract';
import { type FormEvent, useId, useState } from 'react';
import { Refusal } from '../accounts/EnterFrame.tsx';
import { wordsOf } from '../accounts/form-words.ts';
import { ShownOnce } from '../accounts/ShownOnce.tsx';
import '../accounts/SettingsFrame.css';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { CopyLine } from './CopyLine.tsx';
import { useConnections } from './use-sources.ts';
import { useNewReceiver } from './use-webhooks.ts';
import { receiverSteps, webhookKindNames } from './webhook-words.ts';

export function ReceiverDialog({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<WebhookKind>('zendesk');
  const [source, setSource] = useState('');
  const connections = useConnections();
  const making = useNewReceiver();
  const origins = useId();
  const same = connections.data?.connections.filter((one) => one.kind === kind).map(({ origin }) => origin) ?? [];
  const origin = source || (same[0] ?? kind);
  const isRing = ringingKinds.some((one) => one === kind);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate({ kind, source: origin });
  };
  const made = making.data;
  if (made !== undefined) {
    const { receiver, secret } = made;
    return (
      <Dialog open onClose={onClose} title={`Now tell ${webhookKindNames[kind]}`} kind="wide">
        <CopyLine label="Address" text={`${globalThis.location.origin}${receiver.path}`} />
        {secret === null || receiver.secretFrom === 'helpdesk' ? null : (
          <ShownOnce text={secret} words="The secret. It is not shown again." onDone={onClose} />
        )}
        <ol className="steps">
          {receiverSteps(receiver).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className="connect-buttons">
          <Button onClick={onClose}>Close</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title="Make an address" kind="wide">
      <form className="connect-form" onSubmit={submit}>
        <label className="form-field">
          <span className="bold">Helpdesk</span>
          <select
            value={kind}
            onChange={(event) => setKind(webhookKinds.find((one) => one === event.target.value) ?? kind)}
          >
            {webhookKinds.map((one) => (
              <option key={one} value={one}>
                {webhookKindNames[one]}
              </option>
            ))}
          </select>
          {isRing ? (
            <span className="caption">
              {webhookKindNames[kind]} signs nothing, so what it sends is not believed. Its call is a ring: the
              connection looks right away, at most every fifteen seconds, instead of once a minute.
            </span>
          ) : null}
        </label>
        <label className="form-field">
          <span className="bold">Origin</span>
          <input
            value={source}
            onChange={(event) => setSource(event.target.value)}
            placeholder={same[0] ?? kind}
            list={origins}
            maxLength={60}
            spellCheck={false}
            autoComplete="off"
          />
          <datalist id={origins}>
            {same.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
          <span className="caption">
            Whose conversations they are. Of a connection to the same helpdesk take its origin, so that both speak of
            the same conversations.
          </span>
        </label>
        <Refusal>{making.error ? wordsOf(making.error) : null}</Refusal>
        <div className="connect-buttons">
          <Button type="submit" kind="primary">
            Make the address
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Not now
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
