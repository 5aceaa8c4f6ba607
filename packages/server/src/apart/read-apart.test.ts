import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { webhookCases } from '../webhooks/webhook-events.fixture.ts';
import { openReaderApart, threadProgram } from './read-apart.ts';
import { type ReadAnswer, type ReadTask, readTask } from './read-task.ts';

const pushed = (text: string): Uint8Array =>
  Buffer.from(
    JSON.stringify({
      ...{ id: '1', channel: 'email', subject: text, customer: 'ann@a.example' },
      messages: [{ id: '1', at: '2026-03-02T10:00:00Z', role: 'customer', author: 'Ann', text }],
    }),
  );

const taskOf = (raw: Uint8Array, from: ReadTask['from'] = { way: 'push' }): ReadTask => ({
  ...{ raw, from, workspace: 1, ownDomains: ['b.example'], pseudonymKey: Buffer.alloc(32, 1), sealKey: null },
});

const thread = (script: string): URL =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; ${script}`)}`);

describe('a long body, read in a thread of its own', () => {
  const reader = openReaderApart<ReadTask, ReadAnswer>(threadProgram('reading-thread'), { waiting: 100 });

  it('gives what reading it in place gives, whichever helpdesk sent it', async () => {
    const tasks = [taskOf(pushed('Call me on 0171 2345678, my card is 4111 1111 1111 1111.'))];
    for (const { kind, events } of webhookCases) {
      for (const { body, headers } of events) {
        const from = { way: 'webhook', kind, headers, receivedAt: new Date('2026-03-02T10:00:00Z') } as const;
        tasks.push(taskOf(Buffer.from(JSON.stringify(body)), from));
      }
    }
    const apart = await Promise.all(tasks.map((task) => reader.read(task)));
    expect(apart).toEqual(tasks.map(readTask));
    expect(JSON.stringify(apart[0])).toContain('[card]');
  });

  it('keeps masked words for nobody without the key, as in place', async () => {
    const sealKey = randomBytes(32);
    const read = await reader.read({ ...taskOf(pushed('Write to ann@a.example')), sealKey });
    const [message] = read.content.pieces[0]?.messages ?? [];
    expect(message?.kept?.map(({ kind }) => kind)).toEqual(['email']);
    expect(JSON.stringify(read)).not.toContain('ann@a.example');
  });

  it('is refused with the same words as in place', async () => {
    const raw = Buffer.from('{"id":');
    await expect(reader.read(taskOf(raw))).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('is given up when it never ends, or takes too much memory, and the next one is read', async () => {
    const answer = 'parentPort.postMessage({ read: { refusedMessages: 7 } })';
    const once = (then: string) =>
      thread(`parentPort.on('message', ({ workspace }) => { if (workspace === 1) { ${then} } ${answer}; });`);
    const grow = 'const all = []; for (;;) all.push(new Array(10000).fill(all.length));';
    for (const program of [once('for (;;);'), once(grow)]) {
      const strict = openReaderApart<ReadTask, ReadAnswer>(program, { milliseconds: 3000, heapMegabytes: 32 });
      await expect(strict.read(taskOf(pushed('a')))).rejects.toMatchObject({ code: 'bad-request' });
      expect(await strict.read({ ...taskOf(pushed('a')), workspace: 2 })).toEqual({ refusedMessages: 7 });
    }
  });

  it('is sent back when too many wait', async () => {
    const strict = openReaderApart<ReadTask, number>(
      thread('parentPort.on("message", () => parentPort.postMessage({ read: 1 }))'),
      { waiting: 1 },
    );
    const first = strict.read(taskOf(pushed('a')));
    await expect(strict.read(taskOf(pushed('a')))).rejects.toMatchObject({ code: 'too-many-requests' });
    expect(await first).toBe(1);
  });
});
