import type { Mailbox } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { filterSearch } from '../conversations/filter-address.ts';
import { Button } from '../design/Button.tsx';
import { useToast } from '../design/Toast.tsx';
import { countWords } from '../first-run/count-words.ts';
import { AskDialog } from './AskDialog.tsx';
import { LiveItem } from './LiveItem.tsx';
import { folderName, mailboxSentences, standOfMailbox } from './mailbox-words.ts';
import { RefusedCount } from './RefusedCount.tsx';
import { type MailboxAct, useMailboxAct, useMailboxProblems } from './use-mailboxes.ts';

export function MailboxItem({ mailbox, onChange }: { mailbox: Mailbox; onChange: () => void }) {
  const { id, name, state, source, user, host, folders, counts } = mailbox;
  const [asking, setAsking] = useState<'reread' | 'remove' | null>(null);
  const act = useMailboxAct();
  const say = useToast();
  const doIt = (what: MailboxAct, done: string) => {
    setAsking(null);
    act.mutate({ act: what, mailboxId: id }, { onSuccess: () => say({ text: done }) });
  };
  return (
    <LiveItem
      name={name}
      stand={standOfMailbox(mailbox)}
      where={`${user}, ${host}`}
      sentences={mailboxSentences(mailbox)}
      error={act.error}
      counts={[
        ...folders.map(({ path, role, mails }) => ({
          name: `Read in ${folderName(role).toLowerCase()}`,
          count: <span title={path}>{countWords(mails)}</span>,
        })),
        {
          name: 'Conversations',
          count:
            counts.conversations > 0 ? (
              <Link to="/conversations" search={filterSearch({ source })}>
                {countWords(counts.conversations)}
                <span className="visually-hidden"> of {name}</span>
              </Link>
            ) : (
              '0'
            ),
        },
        { name: 'Messages', count: countWords(counts.messages) },
        { name: 'Not read', count: <RefusedCount of={mailbox} useProblems={useMailboxProblems} /> },
      ]}
      acts={
        <>
          {state === 'running' ? (
            <Button size="small" onClick={() => doIt('pause', `${name} is paused.`)}>
              Pause
            </Button>
          ) : (
            <Button size="small" kind="primary" onClick={() => doIt('resume', `${name} is read again.`)}>
              {state === 'paused' ? 'Go on' : 'Try now'}
            </Button>
          )}
          <Button size="small" onClick={onChange}>
            Change
          </Button>
          {state === 'paused' ? null : (
            <Button size="small" onClick={() => setAsking('reread')}>
              Read everything again
            </Button>
          )}
          <Button size="small" kind="quiet" onClick={() => setAsking('remove')}>
            Disconnect
          </Button>
        </>
      }
    >
      {asking === 'reread' ? (
        <AskDialog
          title={`Read all of ${name} again?`}
          verb="Read again"
          onYes={() => doIt('reread', `${name} is read from the beginning.`)}
          onClose={() => setAsking(null)}
        >
          Its folders are walked through once more. What is stored already is not doubled.
        </AskDialog>
      ) : null}
      {asking === 'remove' ? (
        <AskDialog
          title={`Disconnect ${name}?`}
          verb="Disconnect"
          isDanger
          onYes={() => doIt('remove', `${name} is disconnected.`)}
          onClose={() => setAsking(null)}
        >
          The mailbox and its password are forgotten. What was read stays here, with its scores, under the origin “
          {source}”.
        </AskDialog>
      ) : null}
    </LiveItem>
  );
}
