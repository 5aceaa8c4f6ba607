/**
 * How long a person waits with a million messages stored and scored: every request the pages make, over HTTP, one after
 * the other; then `rapport verify`. Everything stored is what the product itself has read and scored.
 *
 *     npm run bench -- read-speed
 *     node --import tsx bench/read-speed.ts --messages 100000
 *     node --import tsx bench/read-speed.ts --keep           leaves the data folder behind, and names it
 *     node --import tsx bench/read-speed.ts --data FOLDER    measures what such a folder holds already
 */
import { spawnSync } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  addressOf,
  call,
  confirmAuthors,
  getChanges,
  getConversation,
  getDrivers,
  getFocus,
  getNextActions,
  getOutcomes,
  getPerson,
  getReasons,
  getStatus,
  getTeam,
  getTeamHours,
  listAuthors,
  listConversations,
  listViews,
  qualityIds,
  signalKinds,
} from '@rapport/contract';
import { createRandom } from '@rapport/statistics';
import { findFreePort, startServer } from '../tests/running-server.ts';
import { repeatedFile } from './big-file.ts';
import { type BigImport, importBigFile, loadRun, messagesWanted, optionOf, peakMemory } from './big-import.ts';
import { keepTable, percentile, rounded } from './table.ts';

const requestsOfEach = 200;
const warmingRequests = 10;
/** Seconds after which waiting for scores ends and what is there is measured. */
const scoringLimit = 1500;
/** Frequent and rare ones. */
const words = ['order', 'account', 'refund', 'password', 'shipping', 'please', 'wrong', 'jacket', 'thanks', 'urgent'];
const { next } = createRandom(1);
const oneOf = <T>(all: readonly T[]): T => {
  const one = all[Math.floor(next() * all.length)];
  if (one === undefined) throw new Error('there is nothing to draw from');
  return one;
};

const given = optionOf('--data');
const big = given === undefined ? await importBigFile(messagesWanted()) : null;
const server = big?.server ?? (await startServer({ dataFolder: resolve(given ?? ''), port: await findFreePort() }));
const { origin } = server;
try {
  const scored = big === null ? `nothing now, ${given} was given` : await scoreAll(big);
  const asks = await listAsks();
  const rows: string[][] = [];
  for (const [what, ask] of Object.entries(asks)) rows.push([what, ...(await measure(ask))]);
  const verify = await verifyAll();
  const { conversations, messages } = await call(getStatus, { origin });
  const memory = (of: 'worker' | 'server') => {
    const megabytes = peakMemory(server, of);
    return megabytes === null ? 'not counted on this system' : `${rounded(megabytes)} MB`;
  };
  keepTable({
    name: 'read-speed',
    title: `Reading, with ${rounded(messages)} messages stored`,
    about: `${basename(repeatedFile)} repeated to ${rounded(messages)} messages of ${rounded(conversations)} conversations, imported and scored by the product. ${rounded(requestsOfEach)} requests of each kind over HTTP, one client, one after the other, each drawn anew from real ids, qualities, agents, signals and words; the whole answer is read.`,
    columns: ['request', 'median ms', 'p95 ms', 'p99 ms', 'longest ms'],
    rows,
    notes: [
      `rapport verify on all of it: ${verify}.`,
      `Scored for this: ${scored}.`,
      `Peak memory: worker ${memory('worker')}, server ${memory('server')}.`,
    ],
  });
} finally {
  const isKept = given !== undefined || process.argv.includes('--keep');
  if (isKept) process.stderr.write(`The data folder ${server.dataFolder} is left as it is.\n`);
  await (isKept ? server.stop() : server.end());
}

async function scoreAll({ server, importId }: BigImport): Promise<string> {
  await call(confirmAuthors, { origin, params: { importId }, body: { roles: {} } });
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  let seconds = 0;
  for (;;) {
    const { state, counts } = await loadRun(server, importId);
    if (state !== 'scoring' && seconds === 0) seconds = since();
    if (state === 'done') {
      const focus = rounded(since() - seconds, 1);
      return `${rounded(counts.scored)} conversations by one worker in ${rounded(seconds)} s, ${rounded(counts.scored / seconds)}/s; the focus came ${focus} s after the last score`;
    }
    if (since() > scoringLimit) throw new Error(`scoring took longer than ${scoringLimit} s: ${counts.scored} scored`);
    await sleep(500);
  }
}

/** @returns for each kind of request what draws the next address */
async function listAsks(): Promise<Record<string, () => string>> {
  const list = (query: Record<string, unknown>) => () => addressOf(listConversations, { origin, query });
  const { authors } = await call(listAuthors, { origin });
  const agents = authors.filter(({ role }) => role === 'agent').map(({ id }) => id);
  const { ids, cursors } = await readAhead();
  const page = (query: () => Record<string, unknown>) => () => list(query())();
  return {
    'one conversation': () => addressOf(getConversation, { origin, params: { conversationId: oneOf(ids) } }),
    'list, newest': list({}),
    'list, newest, a later page': page(() => ({ after: oneOf(cursors) })),
    'list, oldest': list({ sort: 'oldest' }),
    'list, most to learn': list({ sort: 'most-to-learn' }),
    'list, unhappiest': list({ sort: 'unhappiest' }),
    'list, one quality and verdict': page(() => ({
      quality: oneOf(qualityIds),
      verdict: oneOf(['met', 'partly', 'missed'] as const),
    })),
    'list, a miss that trouble followed': page(() => ({
      quality: oneOf(qualityIds),
      verdict: 'missed',
      followed: 'yes',
    })),
    'list, one signal': page(() => ({ signal: oneOf([...signalKinds, 'wrote-again'] as const) })),
    'list, one agent': page(() => ({ agentId: oneOf(agents) })),
    'list, one agent and quality': page(() => ({ agentId: oneOf(agents), quality: oneOf(qualityIds) })),
    'list, one flag': page(() => ({
      flag: oneOf(['fix-first', 'exceptional', 'open-promise', 'goodwill', 'unsure', 'not-scored'] as const),
    })),
    'list, one feeling': page(() => ({ feeling: oneOf(['lifted', 'fell', 'unhappy-at-end'] as const) })),
    'list, one word': page(() => ({ q: oneOf(words) })),
    'list, two words': page(() => ({ q: `${oneOf(words)} ${oneOf(words)}` })),
    focus: () => addressOf(getFocus, { origin }),
    'do these three next': () => addressOf(getNextActions, { origin }),
    drivers: () => addressOf(getDrivers, { origin }),
    'changed since last week': () => addressOf(getChanges, { origin }),
    outcomes: () => addressOf(getOutcomes, { origin }),
    reasons: () => addressOf(getReasons, { origin }),
    team: () => addressOf(getTeam, { origin }),
    'where the hours go': () => addressOf(getTeamHours, { origin }),
    'one person': () => addressOf(getPerson, { origin, params: { authorId: oneOf(agents) } }),
    status: () => addressOf(getStatus, { origin }),
    views: () => addressOf(listViews, { origin }),
  };
}

/** Ids and cursors from all over the list. */
async function readAhead(): Promise<{ ids: string[]; cursors: string[] }> {
  const ids: string[] = [];
  const cursors: string[] = [];
  for (const sort of ['newest', 'most-to-learn'] as const) {
    for (let after: string | null | undefined, pages = 0; after !== null && pages < 40; pages += 1) {
      const answer: { rows: { id: string }[]; next: string | null } = await call(listConversations, {
        origin,
        query: { sort, limit: 200, ...(after === undefined ? {} : { after }) },
      });
      ids.push(...answer.rows.map(({ id }) => id));
      after = answer.next;
      if (after !== null && sort === 'newest') cursors.push(after);
    }
  }
  return { ids, cursors };
}

async function measure(ask: () => string): Promise<string[]> {
  const times: number[] = [];
  for (let done = -warmingRequests; done < requestsOfEach; done += 1) {
    const address = ask();
    const began = performance.now();
    const answer = await fetch(address);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}`);
    if (done >= 0) times.push(performance.now() - began);
  }
  return [0.5, 0.95, 0.99, 1].map((share) => rounded(percentile(times, share), 1));
}

async function verifyAll(): Promise<string> {
  const began = performance.now();
  const done = spawnSync(process.execPath, ['dist/rapport.mjs', 'verify'], {
    env: { ...process.env, RAPPORT_DATA: server.dataFolder, DATABASE_URL: '' },
    encoding: 'utf8',
  });
  const seconds = rounded((performance.now() - began) / 1000, 1);
  if (done.status !== 0) throw new Error(`verify ended with ${done.status}\n${done.stdout}${done.stderr}`);
  return `${done.stdout.trim().split('\n').at(-1)}, ${seconds} s`;
}
