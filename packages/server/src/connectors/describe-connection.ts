import type { Connection } from '@rapport/contract';
import type { ConnectionTally } from '../store/connection-problems.ts';
import type { StoredConnection } from '../store/connections.ts';
import { syncCursor } from './sync-cursor.ts';

/** A stored connection as the page shows it: nothing of a secret, and no cursor. */
export function describeConnection(found: StoredConnection, tally: ConnectionTally): Connection {
  const cursor = syncCursor.safeParse(found.cursor).data;
  const { id, kind, name, address, settings, state, reason, historyFrom, lastReadAt, createdAt } = found;
  return {
    ...{ id: String(id), kind, name, address, origin: found.source, settings, state, reason, historyFrom, createdAt },
    hasSecret: found.sealedSecret !== null,
    historyDone: cursor?.history === null && cursor.waiting.every(({ walk, at }) => walk === 'live' || at === ''),
    historyReadTo: cursor?.historyAt || null,
    ...{ lastReadAt, nextTryAt: found.nextAt },
    counts: {
      ...{ conversations: tally.conversations, messages: tally.messages, changed: tally.changed },
      ...{ gone: found.gone, refused: tally.refused },
    },
    problems: tally.problems,
  };
}
