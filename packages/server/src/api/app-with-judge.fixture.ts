/** For tests: an app with two scored conversations and a judge that answers, or misbehaves, as told. */
import { sql } from 'kysely';
import pino from 'pino';
import { appRole, ownerRole } from '../database/roles.ts';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import type { JudgeSettings } from '../judge/judge-settings.ts';
import { type Behaviour, chatCompletion, type JudgeStub, saying, startJudgeStub } from '../judge/judge-stub.fixture.ts';
import { openJudge } from '../judge/open-judge.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { lateTent, quickQuestion } from './made-conversations.ts';
import type { Person } from './permit.ts';
import { keepImports, saveScored, startTestApp, type TestApp, testNow } from './test-app.ts';

export interface AppWithJudge {
  app: TestApp;
  stub: JudgeStub;
  /** Of the late tent, and of the quick question. */
  conversationIds: number[];
  /** By name: Dana first, who answered about the tent. */
  agentIds: number[];
  /** @param changes of the judge's settings; null: no judge is set up */
  rebuild(changes: Partial<JudgeSettings> | null, personOf: () => Person): Promise<TestApp['http']>;
  /** As if nobody had asked yet. */
  forget(): Promise<void>;
  end(): Promise<void>;
}

/** @param limitSeconds after which the judge is waited for no longer */
export async function startAppWithJudge(name: string, limitSeconds: number): Promise<AppWithJudge> {
  const app = await startTestApp(name, keepImports);
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, 'spool');
  const stub = await startJudgeStub();
  const conversationIds = await saveScored(app.store, [lateTent, quickQuestion]);
  const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
    sql<{ id: number }>`SELECT id FROM authors WHERE role = 'agent' ORDER BY name`.execute(db),
  );
  const settingsWith = (changes: Partial<JudgeSettings>): JudgeSettings => ({
    ...{ provider: 'openai-compatible', url: stub.url, model: 'stub-7b', key: 'sk-secret', limitSeconds },
    ...{ budget: { unit: 'calls', perDay: 100 }, answers: 'schema', ...changes },
  });
  return {
    ...{ app, stub, conversationIds, agentIds: rows.map(({ id }) => id) },
    rebuild: (changes, personOf) =>
      app.rebuild({
        personOf,
        judgeOf: (workspace) =>
          openJudge({
            settings: changes === null ? null : settingsWith(changes),
            ...{ store: app.store, workspace, now: () => testNow, random: () => 0, log: pino({ level: 'silent' }) },
          }),
      }),
    forget: () =>
      inWorkspace(app.store, firstWorkspace, async (db) => {
        await sql`DELETE FROM judge_opinions`.execute(db);
        await sql`DELETE FROM judge_days`.execute(db);
      }),
    async end() {
      await stub.stop();
      await app.end();
    },
  };
}

/** What Dana wrote about the tent, and what a good judge may say of it where a manager was asked for. */
export const danaReply = 'I am so sorry, that trip matters and we let you down.';
export const missedManager = {
  ...{ triggerMessage: 3, trigger: 'I want to speak to a manager.', responseMessage: 4, response: danaReply },
  ...{ verdict: 'missed', why: 'The reply says nothing of a manager.' },
};

/** What a judge may do that must never become a rating: what it does, how, and which trouble is said. */
export const misbehaviours: readonly [string, Behaviour, string][] = [
  ['invents words', saying({ moments: [{ ...missedManager, response: 'A manager calls you.' }] }), 'forged-quote'],
  [
    'quotes the customer as the agent',
    saying({ moments: [{ ...missedManager, responseMessage: 5, response: 'Thank you' }] }),
    'wrong-author',
  ],
  ['says no JSON', saying('I would say 80.'), 'not-json'],
  ['gives a number instead', saying({ score: 100 }), 'wrong-shape'],
  ['contradicts itself', saying({ moments: [{ ...missedManager, verdict: 'no-opportunity' }] }), 'contradiction'],
  [
    'stops half way',
    (response) => void response.end(JSON.stringify(chatCompletion('{"mom', { finish: 'length' }))),
    'answer-cut-short',
  ],
  [
    'points elsewhere',
    (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    'redirect',
  ],
  ['refuses the key', (response) => void response.writeHead(401).end('{}'), 'key-refused'],
  ['answers without end', (response) => void response.writeHead(200).end('x'.repeat(2 ** 21)), 'answer-too-large'],
];
