/** One connected source: how it stands, what it has brought, and what a person can do to it. */
import type { Connection } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { filterSearch } from '../conversations/filter-address.ts';
import { Button } from '../design/Button.tsx';
import { Tag } from '../design/Tag.tsx';
import { useToast } from '../design/Toast.tsx';
import { countOf, countWords } from '../first-run/count-words.ts';
import { AskDialog } from './AskDialog.tsx';
import { RefusedCount } from './RefusedCount.tsx';
import { needsAnotherKey, standOf, standSentences } from './source-words.ts';
import { type ConnectionAct, useConnectionAct, useConnectionProblems } from './use-sources.ts';

interface ConnectionItemProps {
  connection: Connection;
  kindName: string;
  onChange: () => void;
}

export function ConnectionItem({ connection, kindName, onChange }: ConnectionItemProps) {
  const { id, name, address, counts, state } = connection;
  const [asking, setAsking] = useState<'reread' | 'remove' | null>(null);
  const act = useConnectionAct();
  const say = useToast();
  const doIt = (what: ConnectionAct, done: string) => {
    setAsking(null);
    act.mutate({ act: what, connectionId: id }, { onSuccess: () => say({ text: done }) });
  };
  const stand = standOf(connection);
  const needsKey = state === 'failing' && needsAnotherKey(connection);
  return (
    <li className="connection">
      <header>
        <h2>{name}</h2>
        <Tag tone={stand.tone}>{stand.words}</Tag>
        <span className="caption connection-where">
          {kindName}, {address.replace(/^https:\/\//, '')}
        </span>
      </header>
      <div className="connection-stand" role="status">
        {standSentences(connection, new Date()).map((sentence) => (
          <p key={sentence} className={state === 'failing' ? undefined : 'second'}>
            {sentence}
          </p>
        ))}
        {act.error ? <p className="attention">{act.error.message}</p> : null}
      </div>
      <dl className="connection-counts">
        <div>
          <dt>Conversations</dt>
          <dd>
            {counts.conversations > 0 ? (
              <Link to="/conversations" search={filterSearch({ source: connection.origin })}>
                {countWords(counts.conversations)}
              </Link>
            ) : (
              '0'
            )}
          </dd>
        </div>
        <Count name="Messages" count={counts.messages} />
        <Count name="Changed later" count={counts.changed} />
        <Count name="Deleted there" count={counts.gone} />
        <div>
          <dt>Not read</dt>
          <dd>
            <RefusedCount of={connection} useProblems={useConnectionProblems} />
          </dd>
        </div>
      </dl>
      <div className="connection-acts">
        {state === 'paused' ? (
          <Button size="small" kind="primary" onClick={() => doIt('resume', `${name} goes on.`)}>
            Go on
          </Button>
        ) : (
          <>
            {needsKey ? (
              <Button size="small" kind="primary" onClick={onChange}>
                Enter another key
              </Button>
            ) : null}
            {state === 'failing' ? (
              <Button
                size="small"
                kind={needsKey ? 'secondary' : 'primary'}
                onClick={() => doIt('resume', `${name} is asked again.`)}
              >
                Try now
              </Button>
            ) : null}
            <Button size="small" onClick={() => doIt('pause', `${name} is paused.`)}>
              Pause
            </Button>
          </>
        )}
        {needsKey ? null : (
          <Button size="small" onClick={onChange}>
            Change
          </Button>
        )}
        <Button size="small" onClick={() => setAsking('reread')}>
          Read everything again
        </Button>
        <Button size="small" kind="quiet" onClick={() => setAsking('remove')}>
          Disconnect
        </Button>
      </div>
      {asking === 'reread' ? (
        <AskDialog
          title={`Read all of ${name} again?`}
          verb="Read again"
          onYes={() => doIt('reread', `${name} is read from the beginning.`)}
          onClose={() => setAsking(null)}
        >
          Its whole past is walked through once more. What is stored already is not doubled; what has changed there
          changes here.
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
          The connection and its key are forgotten. {countOf(counts.conversations, 'conversation')} and their scores
          stay here, under the origin “{connection.origin}”. Connect again with that origin to go on with them.
        </AskDialog>
      ) : null}
    </li>
  );
}

function Count({ name, count }: { name: string; count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{countWords(count)}</dd>
    </div>
  );
}
