/**
 * Conversations pushed one by one over HTTP, as helpdesks do: how many a second are safe, how long an answer takes, and
 * how long it takes until what was pushed is scored.
 *
 *     npm run bench -- push-speed
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../tests/running-server.ts';
import { keepTable, percentile, rounded } from './table.ts';

const seconds = 60;
/** Conversations a second that are offered, whatever the answers take: an honest wait includes the time in the queue. */
const paces = [40, 120, 200];
const messagesEach = 6;
const sampleEvery = 50;

const server = await startServer();
try {
  const rows = [];
  for (const pace of paces) rows.push(await pushAt(pace));
  keepTable({
    name: 'push-speed',
    title: 'Conversations pushed one by one',
    about: `One conversation of ${messagesEach} messages a request over HTTP to the product as it is run, with its worker and its own PostgreSQL on the same machine, durable as always; each pace for ${seconds} s. Requests are sent by the clock whether or not earlier ones are answered. Until scored: from sending to the push being told as scored, looked at for one in ${sampleEvery} pushes.`,
    columns: ['offered/s', 'answered 202', 'safe/s', 'answer p50 ms', 'p95 ms', 'p99 ms', 'scored p50 s', 'p95 s'],
    rows,
    notes: ['Goal: 120 conversations/s safe with p99 at most 1 s; scored within 60 s for 95 of 100.'],
  });
} finally {
  await server.end();
}

async function pushAt(pace: number): Promise<(string | number)[]> {
  const began = performance.now();
  const waits: number[] = [];
  const scored: Promise<number>[] = [];
  const sent: Promise<void>[] = [];
  for (let n = 0; n < pace * seconds; n++) {
    const due = began + (n * 1000) / pace;
    if (due > performance.now()) await sleep(due - performance.now());
    sent.push(
      push(pace, n).then((id) => {
        if (id === null) return;
        waits.push(performance.now() - due);
        if (n % sampleEvery === 0) scored.push(untilScored(id, due));
      }),
    );
  }
  await Promise.all(sent);
  if (waits.length === 0) throw new Error(`none of ${pace * seconds} pushes was answered with 202`);
  const took = (performance.now() - began) / 1000;
  const ages = await Promise.all(scored);
  const ms = (share: number) => rounded(percentile(waits, share));
  const s = (share: number) => rounded(percentile(ages, share) / 1000, 1);
  const counts = [pace, `${waits.length} of ${pace * seconds}`, rounded(waits.length / took)];
  return [...counts, ms(0.5), ms(0.95), ms(0.99), s(0.5), s(0.95)];
}

async function push(pace: number, n: number): Promise<string | null> {
  const at = Date.UTC(2026, 0, 5) + n * 60_000;
  const body = {
    id: `${pace}-${n}`,
    channel: 'chat',
    messages: Array.from({ length: messagesEach }, (_, m) => ({
      id: String(m),
      at: new Date(at + m * 30_000).toISOString(),
      role: m % 2 === 0 ? 'customer' : 'agent',
      author: m % 2 === 0 ? `Customer ${n % 997}` : `Agent ${n % 23}`,
      text:
        m % 2 === 0
          ? `My order ${n} has not come and this is the ${m + 1}. time I ask. I am really upset about it.`
          : `I am sorry that order ${n} is late. I have looked it up, and I will send you a new one today.`,
    })),
  };
  const answer = await fetch(`${server.origin}/api/v1/conversations?source=bench`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `${pace}-${n}` },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (answer?.status !== 202) return null;
  return ((await answer.json()) as { id: string }).id; // of the contract
}

async function untilScored(id: string, since: number): Promise<number> {
  for (;;) {
    const answer = await fetch(`${server.origin}/api/v1/pushes/${id}`);
    const { state } = (await answer.json()) as { state: string }; // of the contract
    if (state === 'scored') return performance.now() - since;
    await sleep(250);
  }
}
