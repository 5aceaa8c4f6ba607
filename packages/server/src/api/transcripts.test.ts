import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { keepImports, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp('transcripts', keepImports);
});
afterAll(() => app.end());

const words = `Kim: My kettle broke again and I am so upset about it! Call me on 020 7946 0958.
Ann: I am so sorry that your kettle broke, Kim. I will send you a new one tomorrow.
Kim: Thank you so much, that is lovely of you.`;
const look = (payload: object) =>
  app.http.inject({
    method: 'POST',
    url: '/api/v1/transcripts/look',
    payload: { text: words, kind: 'chat', ...payload },
  });

it('reads and scores a pasted chat with guessed roles, exactly as it was pasted', async () => {
  const found = await look({});
  expect(found.statusCode, found.body).toBe(200);
  const { speakers, conversations, accepted, rejected } = found.json();
  expect([accepted, rejected]).toEqual([3, 0]);
  expect(speakers).toMatchObject([
    { name: 'Kim', role: 'customer', sure: false },
    { name: 'Ann', role: 'agent', sure: false },
  ]);
  const [one] = conversations;
  expect(one).toMatchObject({ id: '', channel: 'chat', notScored: null });
  expect(one.messages[0].text).toContain('020 7946 0958');
  expect(one.assessments.map(({ agent }: { agent: string }) => agent)).toEqual(['Ann']);
  expect(one.assessments[0].qualities.empathy.moments[0].trigger.quote).toContain('upset');
  expect(one.promises).toHaveLength(1);
});

it('takes the roles a person says', async () => {
  const speakers = [
    { name: 'Kim', role: 'agent' },
    { name: 'Ann', role: 'customer' },
  ];
  const [one] = (await look({ speakers })).json().conversations;
  expect(one.assessments.map(({ agent }: { agent: string }) => agent)).toEqual(['Kim']);
});

it('says what would make it readable when it is no conversation', async () => {
  const prose = await look({ text: 'Once upon a time there was a kettle that nobody spoke about at all.' });
  expect([prose.statusCode, prose.json().wayOut]).toEqual([422, expect.stringContaining('a name and a colon')]);
  expect((await look({ text: '\u0007\u0001\u0002\u0003\u0004'.repeat(40) })).statusCode).toBe(422);
  expect((await look({ text: 'x'.repeat(50_001) })).statusCode).toBe(400);
});

it('answers in a moment on the longest text there may be', async () => {
  const turn = 'Kim: My kettle broke again and I am so upset about it!\nAnn: I am sorry about your kettle.\n';
  const began = process.cpuUsage();
  expect((await look({ text: turn.repeat(Math.floor(50_000 / turn.length)) })).statusCode).toBe(200);
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
});

it('stores nothing of it and logs no word of it', async () => {
  const counts = await inWorkspace(app.store, firstWorkspace, (db) =>
    sql<{ n: number }>`SELECT (SELECT count(*) FROM conversations) + (SELECT count(*) FROM imports)
      + (SELECT count(*) FROM messages) + (SELECT count(*) FROM audit_entries) AS n`.execute(db),
  );
  expect(counts.rows[0]?.n).toBe(0);
  expect(app.logged.join('\n')).not.toMatch(/kettle|Kim/);
});
