/** Everything a person can do to a connection: try, connect, change, pause, go on, read again, remove. */
import {
  type Connection,
  type ConnectionDraft,
  type ConnectionTrial,
  type IntakeProblem,
  RapportError,
} from '@rapport/contract';
import type { Jobs } from '../jobs/open-jobs.ts';
import type { Outside } from '../outbound/open-outside.ts';
import { createShortMemories } from '../outbound/short-memory.ts';
import { openSecret, sealSecret } from '../secrets/seal-secret.ts';
import { listConnectionProblemRows, tallyConnection } from '../store/connection-problems.ts';
import {
  type ConnectionChange,
  changeConnectionRow,
  deleteConnection,
  insertConnection,
  isOriginTaken,
  listConnectionRows,
  loadConnection,
  type StoredConnection,
} from '../store/connections.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db, Store } from '../store/open-store.ts';
import { sourceOf } from './all-sources.ts';
import { type CheckedDraft, checkDraft } from './check-draft.ts';
import { readSecrets, secretPurpose } from './connection-secret.ts';
import { describeConnection } from './describe-connection.ts';
import { openSourceApi } from './source-api.ts';
import { reasonOf, SourceTrouble } from './source-trouble.ts';
import { syncConnection } from './sync-connection.ts';
import { firstCursor } from './sync-cursor.ts';

export interface ConnectionParts {
  store: Pick<Store, 'db'>;
  jobs: Jobs;
  outside: Outside;
  workspace: number;
  now: () => Date;
}

export interface ConnectionActions {
  list(): Promise<Connection[]>;
  /** Asks the other side once; what goes wrong is in the answer. */
  try(draft: ConnectionDraft, connectionId?: number): Promise<ConnectionTrial>;
  create(draft: ConnectionDraft): Promise<Connection>;
  change(id: number, draft: ConnectionDraft): Promise<Connection>;
  pause(id: number): Promise<Connection>;
  resume(id: number): Promise<Connection>;
  reread(id: number): Promise<Connection>;
  remove(id: number): Promise<void>;
  listProblems(id: number, code?: string): Promise<IntakeProblem[]>;
}

const trialMilliseconds = 15_000;

export function createConnectionActions(parts: ConnectionParts): ConnectionActions {
  const { store, workspace, now } = parts;
  const inOwn = <T>(work: (db: Db) => Promise<T>): Promise<T> => inWorkspace(store, workspace, work);
  const changeOne = (id: number, change: (db: Db, found: StoredConnection) => Promise<ConnectionChange>) =>
    inOwn(async (db) => {
      const found = await find(db, workspace, id, true);
      await changeConnectionRow(db, workspace, id, await change(db, found));
      return describe(parts, db, await find(db, workspace, id));
    });
  const goOn = (db: Db, id: number) =>
    parts.jobs.sendUnlessWaiting(db, syncConnection, { workspaceId: workspace, connectionId: id });
  return {
    list: () =>
      inOwn(async (db) => {
        const all: Connection[] = [];
        for (const one of await listConnectionRows(db, workspace)) all.push(await describe(parts, db, one));
        return all;
      }),
    try: async (draft, connectionId) => {
      const stored = connectionId === undefined ? null : await inOwn((db) => find(db, workspace, connectionId));
      return tryDraft(parts, await withSecrets(parts, checkDraft(draft), stored));
    },
    create: async (draft) => {
      const checked = checkDraft(draft);
      const given = await withSecrets(parts, checked, null);
      const sealedSecret = await seal(parts, given);
      return inOwn(async (db) => {
        if (await isOriginTaken(db, workspace, checked.origin)) throw takenOrigin(checked.origin);
        const { kind, name, address, settings, origin: source } = checked;
        const id = await insertConnection(db, workspace, {
          ...{ kind, name, source, address, settings, sealedSecret },
          historyFrom: historyFrom(draft, now()),
          cursor: firstCursor(now().toISOString()),
          nextAt: now().toISOString(),
        });
        await goOn(db, id);
        return describe(parts, db, await find(db, workspace, id));
      });
    },
    change: async (id, draft) => {
      const stored = await inOwn((db) => find(db, workspace, id));
      const given = await withSecrets(parts, checkDraft(draft), stored);
      if (given.kind !== stored.kind) throw otherKind();
      const sealedSecret = await seal(parts, given);
      return changeOne(id, async (db, found) => {
        await goOn(db, id);
        return {
          ...{ name: given.name, address: given.address, settings: given.settings, sealedSecret },
          ...{ piece: found.piece + 1, failures: 0, reason: null, nextAt: now().toISOString() },
          ...(found.state === 'paused' ? {} : { state: 'running' }),
        };
      });
    },
    pause: (id) => changeOne(id, async () => ({ state: 'paused', reason: null, nextAt: null })),
    resume: (id) =>
      changeOne(id, async (db) => {
        await goOn(db, id);
        return { state: 'running', reason: null, failures: 0, nextAt: now().toISOString() };
      }),
    reread: (id) =>
      changeOne(id, async (db, found) => {
        await goOn(db, id);
        const cursor = firstCursor(now().toISOString());
        return { state: 'running', reason: null, cursor, piece: found.piece + 1, nextAt: now().toISOString() };
      }),
    remove: async (id) => {
      await inOwn(async (db) => {
        await find(db, workspace, id, true);
        await deleteConnection(db, workspace, id);
      });
    },
    listProblems: (id, code) =>
      inOwn(async (db) => {
        await find(db, workspace, id);
        return listConnectionProblemRows(db, workspace, { connectionId: id, code });
      }),
  };
}

/** @throws RapportError `not-found` */
async function find(db: Db, workspace: number, id: number, hold = false): Promise<StoredConnection> {
  const found = await loadConnection(db, workspace, id, { hold });
  if (found !== null) return found;
  throw new RapportError('not-found', {
    what: 'There is no such connection.',
    wayOut: 'The page of sources shows all.',
  });
}

const describe = async ({ workspace }: ConnectionParts, db: Db, found: StoredConnection): Promise<Connection> =>
  describeConnection(found, await tallyConnection(db, workspace, found));

interface DraftWithSecrets extends CheckedDraft {
  secrets: Record<string, string>;
}

/**
 * What was left empty is as stored, but never for another host: whoever can change the address must not be able to have
 * the key sent to it.
 *
 * @throws RapportError `bad-request` when a secret has to be entered
 */
async function withSecrets(
  { outside }: ConnectionParts,
  draft: CheckedDraft,
  stored: StoredConnection | null,
): Promise<DraftWithSecrets> {
  const missing = draft.secretFields.filter(({ name }) => (draft.typedSecrets[name] ?? '') === '');
  if (missing.length === 0) return { ...draft, secrets: draft.typedSecrets };
  const names = missing.map(({ label }) => label).join(' and ');
  if (stored === null || secretPurpose(stored) !== secretPurpose(draft)) {
    throw new RapportError('bad-request', {
      what: `The ${names} is missing.`,
      why:
        stored === null
          ? 'Without it nothing can be read.'
          : 'The address leads to another host, and a stored key is never sent there.',
      wayOut: 'Enter it.',
    });
  }
  const key = await outside.secretKey();
  const known = readSecrets(stored, (sealed) => openSecret(key, sealed, secretPurpose(stored)));
  if (known === null) {
    throw new RapportError('bad-request', { what: `The stored ${names} cannot be opened.`, wayOut: 'Enter it again.' });
  }
  const typed = Object.entries(draft.typedSecrets).filter(([, value]) => value !== '');
  return { ...draft, secrets: { ...known, ...Object.fromEntries(typed) } };
}

async function seal({ outside }: ConnectionParts, draft: DraftWithSecrets): Promise<string> {
  return sealSecret(await outside.secretKey(), JSON.stringify(draft.secrets), secretPurpose(draft));
}

async function tryDraft({ outside, now }: ConnectionParts, draft: DraftWithSecrets): Promise<ConnectionTrial> {
  const source = sourceOf(draft.kind);
  const began = now().getTime();
  const api = openSourceApi({
    ...{ source, address: draft.address, settings: draft.settings, secrets: draft.secrets },
    ...{ send: outside.send, wait: outside.wait },
    ...{ now: () => now().getTime(), deadline: began + trialMilliseconds },
    memory: createShortMemories(() => now().getTime())('trial'),
  });
  try {
    return { works: true, ...(await source.introduce(api)), reason: null };
  } catch (error) {
    if (!(error instanceof SourceTrouble)) throw error;
    return { works: false, account: null, remarks: [], reason: reasonOf(error.kind) };
  }
}

const historyFrom = ({ historyDays }: ConnectionDraft, now: Date): string | null =>
  historyDays === null ? null : new Date(now.getTime() - historyDays * 86_400_000).toISOString();

const takenOrigin = (origin: string): RapportError =>
  new RapportError('conflict', {
    what: `“${origin}” is connected already.`,
    why: 'Two connections would read the same conversations twice.',
    wayOut: 'Change the connection that is there, or give this one an origin of another name.',
  });

const otherKind = (): RapportError =>
  new RapportError('bad-request', {
    what: 'A connection cannot turn into one of another kind.',
    wayOut: 'Connect the other helpdesk beside it, and remove this connection.',
  });
