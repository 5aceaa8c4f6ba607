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
import { type MailboxAct, useMailboxAct } from './use-mailboxes.ts';

export function MailboxItem({ mailbox, onChange }: { mailbox: Mailbox; onChange: () => void }) {
  const { id, name, state, source, user, host, folders } = mailbox;
  const [isAsking, setAsking] = useState(false);
  const act = useMailboxAct();
  const say = useToast();
  const doIt = (what: MailboxAct, done: string) => {
    setAsking(false);
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
          count: (
            <Link to="/conversations" search={filterSearch({ source })}>
              open
              <span className="visually-hidden"> the conversations of {name}</span>
            </Link>
          ),
        },
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
          <Button size="small" kind="quiet" onClick={() => setAsking(true)}>
            Disconnect
          </Button>
        </>
      }
    >
      {isAsking ? (
        <AskDialog
          title={`Disconnect ${name}?`}
          verb="Disconnect"
          isDanger
          onYes={() => doIt('remove', `${name} is disconnected.`)}
          onClose={() => setAsking(false)}
        >
          The mailbox and its password are forgotten. What was read stays here, with its scores, under the origin “
          {source}”.
        </AskDialog>
      ) : null}
    </LiveItem>
  );
}
