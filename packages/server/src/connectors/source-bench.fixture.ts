/** For tests: a made-up helpdesk, its stub server, a connection to it in a real database, and a clock that is turned by hand. */
import { storeArrivals } from '../arrivals/store-arrivals.ts';
import { openTestDatabase } from '../database/open-test-database.fixture.ts';
import type { TestDatabase } from '../database/test-database.ts';
import type { JobContext } from '../jobs/job.ts';
import type { Jobs } from '../jobs/open-jobs.ts';
import { type Outside, openOutside } from '../outbound/open-outside.ts';
import type { SendOutside } from '../outbound/send-outside.ts';
import { loadConnection, type StoredConnection } from '../store/connections.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { type ConnectionActions, createConnectionActions } from './connection-actions.ts';
import { lookAtPeople } from './look-at-people.ts';
import { type RunningStub, type StubSource, StubWorld, startStub } from './stub-world.fixture.ts';
import { readSome } from './sync-connection.ts';

export interface SourceBench {
  world: StubWorld;
  stub: RunningStub;
  store: Store;
  actions: ConnectionActions;
  connectionId: number;
  connection(): Promise<StoredConnection>;
  /** Reads until nothing is left to do now, and stores what came. @returns how many pieces it took */
  read(options?: ReadOptions): Promise<number>;
  /** Looks at the habits of those who write, as is done when the past is read. */
  lookAtPeople(): Promise<void>;
  /** Lets time pass, here and there. */
  wait(seconds: number): void;
  /** What is stored of the conversations of this connection, in order. */
  stored(): Promise<StoredMessage[]>;
  heads(): Promise<Record<string, unknown>[]>;
}

export interface ReadOptions {
  /** In the place of the way out. */
  send?: SendOutside;
  /** A process that comes after another one knows nothing of what that one had in mind. */
  forgetful?: boolean;
}

export interface StoredMessage {
  conversation: string;
  role: string;
  visibility: string;
  text: string;
}

export interface BenchHouse {
  open(source: StubSource, prepare: (world: StubWorld) => void, historyDays?: number | null): Promise<SourceBench>;
  database: TestDatabase;
  store: Store;
  logged: string[];
  end(): Promise<void>;
}

const silentJobs: Jobs = { send: async () => {}, sendUnlessWaiting: async () => {}, sendUnlessAsked: async () => {} };

/** One database for all connections of a test file; each has an origin of its own. */
export async function openBenchHouse(label: string): Promise<BenchHouse> {
  const database = await openTestDatabase(label);
  const store = openStore({ appUrl: database.appUrl });
  const stubs: RunningStub[] = [];
  const logged: string[] = [];
  const note = (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`);
  return {
    database,
    store,
    logged,
    open: async (source, prepare, historyDays = null) => {
      const world = new StubWorld();
      prepare(world);
      const stub = await startStub(source, world);
      stubs.push(stub);
      return openBench({ source, world, stub, store, note, historyDays });
    },
    end: async () => {
      for (const stub of stubs) await stub.stop();
      await store.close();
      await database.drop();
    },
  };
}

interface BenchParts {
  source: StubSource;
  world: StubWorld;
  stub: RunningStub;
  store: Store;
  note: (facts: object, message: string) => void;
  historyDays: number | null;
}

async function openBench({ source, world, stub, store, note, historyDays }: BenchParts): Promise<SourceBench> {
  const openIt = (): Outside => ({
    ...openOutside({
      environment: {
        RAPPORT_SECRET: 'only for tests, and long enough for them',
        RAPPORT_PRIVATE_HOSTS: new URL(stub.address).host,
      },
      dataFolder: '/nowhere',
      now: () => world.clock,
    }),
    // The clock is turned by hand: nobody waits in earnest.
    wait: async () => {},
  });
  const kept = openIt();
  const contextOf = ({ send, forgetful = false }: ReadOptions): JobContext => {
    const outside = { ...(forgetful ? openIt() : kept), ...(send === undefined ? {} : { send }) };
    const context: Omit<JobContext, 'spool' | 'scorer' | 'findFocus'> = {
      ...{
        store,
        jobs: silentJobs,
        outside,
        mail: { isFixed: false, of: async () => null },
        languageOf: () => 'en',
        now: () => world.clock,
      },
      log: { info: note, warn: note, error: note },
    };
    // What reading and storing never touch.
    return context as JobContext;
  };
  const actions = createConnectionActions({
    ...{ store, jobs: silentJobs, outside: kept, workspace: firstWorkspace, now: () => world.now() },
  });
  const made = await actions.create({
    ...{ kind: source.kind, name: source.kind, address: stub.address, fields: source.fields, historyDays },
  });
  const connectionId = Number(made.id);
  const connection = async (): Promise<StoredConnection> => {
    const found = await inWorkspace(store, firstWorkspace, (db) => loadConnection(db, firstWorkspace, connectionId));
    if (found === null) throw new Error('the connection is gone');
    return found;
  };
  return {
    ...{ world, stub, store, actions, connectionId, connection },
    read: async (options = {}) => {
      const until = world.clock + 5000;
      for (let pieces = 1; pieces < 2000; pieces++) {
        const goesOn = await readSome(contextOf(options), { workspaceId: firstWorkspace, connectionId, until });
        await storeArrivals.handle(contextOf(options), { workspaceId: firstWorkspace });
        const { nextAt } = await connection();
        if (!goesOn && (nextAt === null || Date.parse(nextAt) > world.clock)) return pieces;
      }
      throw new Error('reading does not end');
    },
    lookAtPeople: () => lookAtPeople.handle(contextOf({}), { workspaceId: firstWorkspace, connectionId }),
    wait: (seconds) => {
      world.clock += seconds * 1000;
    },
    stored: () => listStored(store, made.origin),
    heads: () =>
      inWorkspace(store, firstWorkspace, (db) =>
        db
          .selectFrom('conversations')
          .select(['source_id', 'csat_raw', 'csat_agent_key', 'message_count', 'status', 'needs_scoring'])
          .where('workspace_id', '=', firstWorkspace)
          .where('source', '=', made.origin)
          .orderBy('source_id')
          .execute(),
      ),
  };
}

async function listStored(store: Store, source: string): Promise<StoredMessage[]> {
  return inWorkspace(store, firstWorkspace, (db) =>
    db
      .selectFrom('messages as m')
      .innerJoin('conversations as c', (join) =>
        join.onRef('c.id', '=', 'm.conversation_id').onRef('c.workspace_id', '=', 'm.workspace_id'),
      )
      .select(['c.source_id as conversation', 'm.role', 'm.visibility', 'm.text'])
      .where('c.source', '=', source)
      .orderBy('c.source_id')
      .orderBy('m.at')
      .orderBy('m.position')
      .execute(),
  );
}

/** What should be stored of a world; asserted against `stored`. */
export function expectedOf(world: StubWorld, source: StubSource): StoredMessage[] {
  const roles = { customer: 'customer', agent: 'agent', second: 'agent', note: 'agent', bot: 'bot', unknown: 'system' };
  const there = world.conversations.filter(
    ({ isDeleted, mergedInto }) => !isDeleted && (mergedInto === null || source.keepsMerged),
  );
  return there
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, messages }) =>
      messages
        .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        .map(({ by, text }) => ({
          ...{ conversation: id, text },
          ...{
            role: roles[by],
            visibility: by === 'note' || by === 'unknown' ? 'internal' : 'public',
          },
        })),
    );
}
