import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { listNotService } from '../store/not-service.ts';
import type { Db } from '../store/open-store.ts';
import { listOwnDomains, loadOwnDomains, sayOwnDomains } from '../store/own-domains.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { type ImportBench, openImportBench } from './import-file.fixture.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench('not-service');
  await bench.startWorker();
});
afterAll(() => bench?.end());

const query = async <T>(question: (db: Db) => Promise<T>): Promise<T> =>
  inWorkspace(bench.store, firstWorkspace, question);

const line = (id: string, subject: string, messages: object[]): string =>
  JSON.stringify({ id, channel: 'email', subject, messages });
const mail = (role: string, author: string, authorEmail: string, text: string) => ({
  at: '2026-03-02T09:00:00Z',
  id: `${author}-${text.length}`,
  role,
  author,
  authorEmail,
  text,
});
const ann = mail('customer', 'Ann', 'ann@home.example', 'My lamp came broken and I am upset. Can you help?');
const mara = mail('agent', 'Mara', 'mara@lamps.example', 'I am sorry that it broke. I will send a new one today.');
const ben = mail('agent', 'Ben', 'ben@lamps.example', 'Shall we order pizza for Friday?');
const bill = mail(
  'customer',
  'Paper Ltd',
  'billing@paper.example',
  'Please find attached our invoice. Payment is due in 14 days. Amount due: 300.',
);
const alert = mail('bot', 'Monitor', 'nagios@watch.example', 'Disk usage is at 96 %.');

const mailbox = [
  line('help', 'Broken lamp', [ann, mara]),
  line('bill', 'Invoice 4711', [bill]),
  line('bill-2', 'Your invoice 4712', [bill]),
  line('pizza', 'Friday', [ben, { ...mara, id: 'm2', text: 'Yes, for six people please.' }]),
  line('disk', 'PROBLEM: disk is full', [alert]),
].join('\n');

const list = (importId: number) =>
  query((db) => listNotService(db, firstWorkspace, { importId, kind: undefined, sees: null }));
const idOf = (sourceId: string) =>
  query(async (db) => {
    const { rows } = await sql<{ id: number }>`SELECT id FROM conversations WHERE source_id = ${sourceId}`.execute(db);
    return rows[0]?.id ?? 0;
  });
const notScored = () =>
  query(async (db) => {
    const { rows } = await sql<{ source_id: string; not_scored: string | null; needs_scoring: boolean }>`
      SELECT source_id, not_scored, needs_scoring FROM conversations ORDER BY source_id COLLATE "C"`.execute(db);
    return Object.fromEntries(rows.map((row) => [row.source_id, row.needs_scoring ? 'waits' : row.not_scored]));
  });

describe('which conversations are service', () => {
  let importId = 0;

  it('keeps what is none, unscored, and says why', async () => {
    importId = await bench.send('box.jsonl', mailbox, { source: 'box' });
    const run = await bench.until(importId, 'done');
    expect(run.counts).toMatchObject({ conversations: 5, scored: 5 });
    expect(run.counts.notScored).toEqual(
      expect.arrayContaining([
        { reason: 'invoice', conversations: 2 },
        { reason: 'staff', conversations: 1 },
        { reason: 'alert', conversations: 1 },
      ]),
    );
    const found = await list(importId);
    expect(found.service).toBe(1);
    expect(found.groups.map(({ kind, conversations, confirmed }) => [kind, conversations, confirmed])).toEqual([
      ['invoice', 2, 0],
      ['alert', 1, 0],
      ['staff', 1, 0],
    ]);
    expect(found.groups[0]?.threads[0]).toMatchObject({
      subject: 'Invoice 4711',
      from: 'Paper Ltd',
      saidByPerson: false,
    });
  });

  it('guesses the team’s own domain from its agents, and stores no address of anybody', async () => {
    expect(await query((db) => listOwnDomains(db, firstWorkspace))).toEqual([
      { domain: 'lamps.example', isOwn: true, saidByPerson: false },
    ]);
    const { rows } = await query((db) =>
      sql<{ kept_address: string }>`SELECT DISTINCT kept_address FROM authors ORDER BY 1`.execute(db),
    );
    const kept = rows.map(({ kept_address }) => kept_address);
    expect(kept.map((address) => address.replace(/masked-[0-9a-f]{12}/, '#')).sort()).toEqual([
      '@#',
      '@#',
      'billing@#',
      'nagios@#',
    ]);
  });

  it('scores what a person says is service, one kind or one conversation, and lets that stand', async () => {
    await bench.actions.confirmNotService(importId, { kind: 'staff', isService: false });
    await bench.actions.confirmNotService(importId, { kind: 'alert', isService: true });
    await bench.actions.setService(await idOf('bill'), null);
    await bench.actions.setService(await idOf('help'), 'supplier');
    await vi.waitFor(async () => expect(Object.values(await notScored())).not.toContain('waits'), 15_000);
    expect(await notScored()).toEqual({
      bill: 'no-agent-reply',
      'bill-2': 'invoice',
      disk: expect.stringMatching(/bot-only|no-customer|no-agent-reply/),
      help: 'supplier',
      pizza: 'staff',
    });
    const again = await bench.send('box.jsonl', mailbox.replace('Disk usage', 'Usage of the disk'), { source: 'box' });
    await bench.until(again, 'done');
    const found = await list(importId);
    expect(found.groups.map(({ kind, confirmed }) => [kind, confirmed])).toEqual([
      ['invoice', 0],
      ['staff', 1],
      ['supplier', 1],
    ]);
    await expect(bench.actions.setService(999_999, null)).rejects.toThrow(/no such conversation/);
    const broken = (await verifyStore(bench.store, { now: Date.now })).filter(
      ({ violations }) => violations.length > 0,
    );
    expect(broken).toEqual([]);
  });

  it('takes the domains a person names, these and no others', async () => {
    await query((db) => sayOwnDomains(db, firstWorkspace, ['bulbs.example']));
    expect(await query((db) => loadOwnDomains(db, firstWorkspace))).toEqual(['bulbs.example']);
    await query((db) => sayOwnDomains(db, firstWorkspace, ['lamps.example', 'bulbs.example']));
    expect(await query((db) => loadOwnDomains(db, firstWorkspace))).toEqual(['lamps.example', 'bulbs.example']);
  });
});
