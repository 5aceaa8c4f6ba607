import type { Hook } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { dayAndTimeWords } from '../design/dates.ts';
import { useToast } from '../design/Toast.tsx';
import { countWords } from '../first-run/count-words.ts';
import { AskDialog } from './AskDialog.tsx';
import { hookSentences, standOfHook } from './hook-words.ts';
import { LiveItem } from './LiveItem.tsx';
import { NewsSentDialog } from './NewsSentDialog.tsx';
import { SecretDialog } from './SecretDialog.tsx';
import { useHookAct, useHookSecret } from './use-hooks.ts';

export function NewsAddressItem({ hook }: { hook: Hook }) {
  const { id, url, state, failures, createdAt } = hook;
  const [open, setOpen] = useState<'sent' | 'secret' | 'remove' | null>(null);
  const act = useHookAct();
  const secret = useHookSecret();
  const say = useToast();
  const { host } = new URL(url);
  const close = () => setOpen(null);
  return (
    <LiveItem
      name={host}
      stand={standOfHook(hook)}
      where={url}
      sentences={hookSentences(hook)}
      error={act.error}
      counts={[
        { name: 'Failed in a row', count: countWords(failures) },
        { name: 'Since', count: dayAndTimeWords(createdAt) },
      ]}
      acts={
        <>
          {state === 'on' ? (
            <Button
              size="small"
              onClick={() => act.mutate({ hookId: id, act: 'test' }, { onSuccess: () => setOpen('sent') })}
            >
              Send a test
            </Button>
          ) : null}
          <Button size="small" onClick={() => setOpen('sent')}>
            What was sent
          </Button>
          <Button
            size="small"
            onClick={() =>
              act.mutate(
                { hookId: id, act: state === 'on' ? 'off' : 'on' },
                { onSuccess: () => say({ text: state === 'on' ? `${host} is paused.` : `${host} is told again.` }) },
              )
            }
          >
            {state === 'on' ? 'Pause' : 'Go on'}
          </Button>
          <Button size="small" onClick={() => setOpen('secret')}>
            Another secret
          </Button>
          <Button size="small" kind="quiet" onClick={() => setOpen('remove')}>
            Delete
          </Button>
        </>
      }
    >
      {open === 'sent' ? <NewsSentDialog hookId={id} host={host} onClose={close} /> : null}
      {open === 'secret' ? (
        <SecretDialog
          title="Another secret"
          words="From now on every piece of news is signed with the other secret. Enter it on the other side right away."
          isGiven={false}
          change={() => secret.mutateAsync(id).then((answer) => answer.secret)}
          onClose={close}
        />
      ) : null}
      {open === 'remove' ? (
        <AskDialog
          title={`Send nothing to ${host} any more?`}
          verb="Delete"
          isDanger
          onYes={() => {
            close();
            act.mutate({ hookId: id, act: 'remove' }, { onSuccess: () => say({ text: `${host} is deleted.` }) });
          }}
          onClose={close}
        >
          The address, its secret and the list of what was sent are forgotten. What still waits is not sent.
        </AskDialog>
      ) : null}
    </LiveItem>
  );
}
