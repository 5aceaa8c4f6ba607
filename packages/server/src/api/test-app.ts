/** For tests: the real app on a real database of its own, with a few conversations scored by the real scorer. */
import { type Conversation, type ImportRun, type Message, RapportError } from '@rapport/contract';
import { scoreConversation, scorerVersion } from '@rapport/qualities';
import { createRandom } from '@rapport/statistics';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { type AppOptions, createApp } from '../create-app.ts';
import { openTestDatabase } from '../database/open-test-database.fixture.ts';
import type { TestDatabase, TestTemplate } from '../database/test-database.ts';
import { openJobs } from '../jobs/open-jobs.ts';
import { createRescoreActions } from '../jobs/rescore-actions.ts';
import { openJudge } from '../judge/open-judge.ts';
import { openOutside } from '../outbound/open-outside.ts';
import { type ImportNoticeBoard, openImportNotices } from '../store/import-notices.ts';
import { changeImport, createImport, loadImport } from '../store/imports.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { loadConversations } from '../store/load-conversations.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { saveScores } from '../store/save-scores.ts';
import type { AppParts, ImportActions } from './app-parts.ts';

export interface TestApp {
  http: FastifyInstance;
  store: Store;
  database: TestDatabase;
  /** To clone other empty databases from. */
  template: TestTemplate;
  /** What was logged, as lines of JSON. */
  logged: string[];
  rebuild(changes: Partial<AppOptions>): Promise<FastifyInstance>;
  end(): Promise<void>;
}

export const testSecret = { RAPPORT_SECRET: 'only for tests, and long enough for them' };
export const testNow = new Date('2025-03-01T12:00:00Z');

/** @param imports the actions under test, made from the store */
export async function startTestApp(
  label: string,
  imports: (store: Store, workspace: number) => ImportActions,
): Promise<TestApp> {
  const database = await openTestDatabase(label);
  const store = openStore({ appUrl: database.appUrl });
  const notices: ImportNoticeBoard = openImportNotices(database.appUrl);
  const logged: string[] = [];
  const importsOf = (workspace: number) => imports(store, workspace);
  const parts: Omit<AppParts, 'accounts'> = {
    store,
    importsOf,
    rescoresOf: (workspace) => createRescoreActions({ store, jobs: openJobs(), workspace, scorerVersion }),
    jobs: openJobs(),
    mail: { isFixed: false, of: async () => null },
    outside: openOutside({
      environment: testSecret,
      dataFolder: '/nowhere',
      now: () => testNow.getTime(),
    }),
    importNotices: notices,
    importSample: (workspace) =>
      importsOf(workspace).receive({
        fileName: 'sample.jsonl',
        bytes: toBytes('{}'),
        limitBytes: 99,
        autoConfirm: true,
        isSample: true,
      }),
    judgeOf: (workspace) =>
      openJudge({
        ...{ settings: null, store, workspace, now: () => testNow, random: () => 0 },
        log: pino({ level: 'silent' }),
      }),
    version: '0.0.0-test',
    scorerVersion,
    now: () => testNow,
    createSeeded: () => ({ seed: 7, random: createRandom(7) }),
    uploadLimitBytes: 2 ** 20,
  };
  const options: AppOptions = {
    ...parts,
    webFolder: null,
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
    allowed: { hosts: new Set(['localhost:80']), origins: new Set(['http://localhost:80']) },
    checkAnswers: true,
    accountSettings: {
      wanted: false,
      publicUrl: undefined,
      secret: 'only for tests: nobody signs in with it',
      singleSignOn: null,
    },
  };
  const apps: FastifyInstance[] = [];
  const rebuild = async (changes: Partial<AppOptions>) => {
    const http = await createApp({ ...options, ...changes });
    apps.push(http);
    return http;
  };
  return {
    http: await rebuild({}),
    store,
    database,
    template: database.template,
    logged,
    rebuild,
    end: async () => {
      for (const http of apps) await http.close();
      await notices.close();
      await store.close();
      await database.drop();
    },
  };
}

async function* toBytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Saves conversations as an import leaves them, and scores them. @returns their ids, in order */
export async function saveScored(store: Store, given: readonly Conversation[]): Promise<number[]> {
  return inWorkspace(store, firstWorkspace, async (db) => {
    const importId = await createImport(db, firstWorkspace, {
      ...{ fileName: 'made.jsonl', source: 'made', spoolId: 's', spoolKey: Buffer.alloc(32) },
      ...{ autoConfirm: false, isSample: false },
    });
    const ids: number[] = [];
    for (const one of given) {
      const times = one.messages.flatMap(({ at }) => at ?? []).sort();
      const rated = one.csatRaw === null ? null : Number(one.csatRaw);
      const { id } = await db
        .insertInto('conversations')
        .values({
          ...{
            workspace_id: firstWorkspace,
            source: 'made',
            source_id: one.id,
            channel: one.channel,
            import_id: importId,
          },
          ...{ subject: one.subject, customer_key: one.customer, status: one.status, tags: one.tags },
          ...{ csat_value: rated, csat_min: rated === null ? null : 1, csat_max: rated === null ? null : one.csatMax },
          ...{ first_at: times[0] ?? null, last_at: times.at(-1) ?? null, message_count: one.messages.length },
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      ids.push(id);
      const held = { workspace_id: firstWorkspace, import_id: importId, conversation_id: id, changed: true };
      await db.insertInto('import_conversations').values(held).execute();
      await saveMessages(store, db, id, one.messages);
    }
    await saveScores(
      db,
      firstWorkspace,
      (await loadConversations(db, firstWorkspace, ids)).map((stored) => ({
        stored,
        score: scoreConversation(stored.conversation, {}),
      })),
    );
    await changeImport(db, firstWorkspace, importId, { state: 'done', finished: true });
    return ids;
  });
}

type Db = Parameters<typeof loadImport>[0];

async function saveMessages(_store: Store, db: Db, id: number, messages: readonly Message[]): Promise<void> {
  for (const [position, one] of messages.entries()) {
    const author = await sql<{ id: number }>`
      INSERT INTO authors AS a (workspace_id, source, author_key, role_said, name, role, alias_number, messages, conversations)
      VALUES (${firstWorkspace}, 'made', ${one.author}, ${one.role}, ${one.author}, ${one.role},
        ${one.role === 'agent' ? sql`(SELECT coalesce(max(alias_number), 0) + 1 FROM authors)` : null}, 1, 1)
      ON CONFLICT (workspace_id, source, author_key, role_said) DO UPDATE SET messages = a.messages + 1
      RETURNING id`.execute(db);
    await db
      .insertInto('messages')
      .values({
        ...{ workspace_id: firstWorkspace, conversation_id: id, message_id: one.id, position, id_is_made: false },
        ...{
          at: one.at === null ? null : new Date(one.at),
          role: one.role,
          visibility: one.visibility,
          text: one.text,
        },
        author_id: author.rows[0]?.id ?? 0,
      })
      .execute();
  }
}

/** A conversation from bare turns, one minute apart. */
export function conversationOf(
  id: string,
  turns: readonly [author: string, text: string][],
  rest: Partial<Conversation> = {},
): Conversation {
  return {
    ...{ id, channel: 'chat', subject: '', customer: 'Kim Doe', assignee: null, status: 'closed', tags: [] },
    ...{ resolved: null, csatRaw: null, csatMax: null, language: null, outcomes: {} },
    messages: turns.map(([author, text], position) => ({
      ...{ id: `${id}-${position}`, author, text, visibility: 'public' as const },
      at: new Date(Date.UTC(2025, 0, 6, 9, position)).toISOString(),
      role: author.startsWith('Agent:') ? 'agent' : 'customer',
    })),
    ...rest,
  };
}

/** Actions that keep the row of an import and nothing else, for tests of the doors rather than of the work behind. */
export function keepImports(store: Store, workspace = firstWorkspace): ImportActions {
  const change = (id: number, state: ImportRun['state']) =>
    inWorkspace(store, workspace, async (db) => {
      await changeImport(db, workspace, id, { state });
      return found(await loadImport(db, workspace, id));
    });
  return {
    receive: async ({ fileName, source = 'jsonl', bytes, isSample }) => {
      let fileBytes = 0;
      for await (const chunk of bytes) fileBytes += chunk.byteLength;
      return inWorkspace(store, workspace, async (db) => {
        const id = await createImport(db, workspace, {
          ...{ fileName, source, isSample, spoolId: 's', spoolKey: Buffer.alloc(32), autoConfirm: false },
        });
        await changeImport(db, workspace, id, { fileBytes, state: 'looking' });
        return found(await loadImport(db, workspace, id));
      });
    },
    confirmMapping: (id) => change(id, 'reading'),
    addPeople: (id) => change(id, 'needs-mapping'),
    confirmAuthors: (id) => change(id, 'scoring'),
    pause: (id) => change(id, 'paused'),
    resume: (id) => change(id, 'reading'),
    cancel: (id) => change(id, 'cancelled'),
    setAuthorRole: () => Promise.reject(new Error('not part of these tests')),
    confirmNotService: () => Promise.reject(new Error('not part of these tests')),
    setService: () => Promise.reject(new Error('not part of these tests')),
    receiveArticles: () => Promise.reject(new Error('not part of these tests')),
  };
}

function found(run: ImportRun | null): ImportRun {
  if (run === null) throw new RapportError('not-found', { what: 'There is no such import.' });
  return run;
}
