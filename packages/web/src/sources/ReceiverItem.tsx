import type { WebhookReceiver } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { useToast } from '../design/Toast.tsx';
import { countWords } from '../first-run/count-words.ts';
import { AskDialog } from './AskDialog.tsx';
import { CallsDialog } from './CallsDialog.tsx';
import { CopyLine } from './CopyLine.tsx';
import { LiveItem } from './LiveItem.tsx';
import { SecretDialog } from './SecretDialog.tsx';
import { useReceiverRemoval, useReceiverSecret, useReceiverSwitch } from './use-webhooks.ts';
import { receiverSentences, receiverSteps, standOfReceiver, webhookKindNames } from './webhook-words.ts';

export function ReceiverItem({ receiver }: { receiver: WebhookReceiver }) {
  const { id, kind, source, state, path, received, refused, secretFrom } = receiver;
  const [open, setOpen] = useState<'calls' | 'secret' | 'remove' | null>(null);
  const switching = useReceiverSwitch();
  const removal = useReceiverRemoval();
  const secret = useReceiverSecret();
  const say = useToast();
  const name = `${webhookKindNames[kind]}, ${source}`;
  const isMadeThere = secretFrom === 'helpdesk';
  const secretVerb = isMadeThere ? 'Enter its secret' : 'Another secret';
  const close = () => setOpen(null);
  return (
    <LiveItem
      name={webhookKindNames[kind]}
      stand={standOfReceiver(receiver)}
      where={`origin ${source}`}
      sentences={receiverSentences(receiver)}
      error={switching.error ?? removal.error}
      counts={[
        { name: 'Good calls', count: countWords(received) },
        { name: 'Not taken', count: countWords(refused) },
      ]}
      acts={
        <>
          <Button
            size="small"
            onClick={() =>
              switching.mutate(
                { receiverId: id, state: state === 'on' ? 'paused' : 'on' },
                { onSuccess: () => say({ text: state === 'on' ? `${name} is paused.` : `${name} goes on.` }) },
              )
            }
          >
            {state === 'on' ? 'Pause' : 'Go on'}
          </Button>
          <Button size="small" onClick={() => setOpen('calls')}>
            Last calls
          </Button>
          <Button size="small" onClick={() => setOpen('secret')}>
            {secretVerb}
          </Button>
          <Button size="small" kind="quiet" onClick={() => setOpen('remove')}>
            Close it
          </Button>
        </>
      }
    >
      <CopyLine label="Address" text={`${globalThis.location.origin}${path}`} />
      <details open={received === 0}>
        <summary>How to set it up there</summary>
        <ol className="steps">
          {receiverSteps(receiver).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
      {open === 'calls' ? <CallsDialog receiverId={id} name={name} onClose={close} /> : null}
      {open === 'secret' ? (
        <SecretDialog
          title={secretVerb}
          words={
            isMadeThere
              ? `${webhookKindNames[kind]} makes the secret and shows it where you entered the address. From now on only calls signed with it are taken.`
              : 'From now on only calls with the other secret are taken: enter it in the helpdesk right away.'
          }
          isGiven={isMadeThere}
          change={(given) => secret.mutateAsync({ receiverId: id, secret: given }).then((answer) => answer.secret)}
          onClose={close}
        />
      ) : null}
      {open === 'remove' ? (
        <AskDialog
          title={`Close the address of ${name}?`}
          verb="Close it"
          isDanger
          onYes={() => {
            close();
            removal.mutate(id, { onSuccess: () => say({ text: `The address of ${name} is closed.` }) });
          }}
          onClose={close}
        >
          The helpdesk gets the answer of an unknown address from now on. What came through it stays.
        </AskDialog>
      ) : null}
    </LiveItem>
  );
}
