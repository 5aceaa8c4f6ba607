import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { listAuthors } from '../store/list-authors.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { type ImportBench, openImportBench } from './import-file.fixture.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench('said');
  await bench.startWorker();
});
afterAll(() => bench?.end());

/** Nobody says "how can I help", and the customer opens: both roles are a guess, and the wrong one. */
const chat = [
  '03/04/2026, 10:30 - Lamps: Good morning, your lamp ann@lamps.example is here.',
  '03/04/2026, 10:34 - Zoe: Thank you! My parcel is broken, I am upset.',
  '03/04/2026, 10:40 - Lamps: I am sorry that it broke. I will send a new one today.',
].join('\n');

const authorsOf = async (importId: number) =>
  inWorkspace(bench.store, firstWorkspace, (db) => listAuthors(db, firstWorkspace, { importId, sees: null }));

describe('what a person says before a file is read', () => {
  it('is asked for whoever speaks, the zone and the order of the date, and holds from then on', async () => {
    const id = await bench.send('chat.txt', chat, { source: 'asked', autoConfirm: false });
    const asked = await bench.until(id, 'needs-mapping');
    expect(asked.plan).toMatchObject({
      format: 'whatsapp',
      needsTimeZone: true,
      dayFirstSure: false,
      needsMapping: [],
    });
    expect(asked.plan?.speakers?.map(({ name, sure }) => [name, sure])).toEqual([
      ['Lamps', false],
      ['Zoe', false],
    ]);
    expect(asked.plan?.speakers?.[0]?.sample).toBe('Good morning, your lamp [email] is here.');

    const speakers = [
      { name: 'Lamps', role: 'agent' as const },
      { name: 'Zoe', role: 'customer' as const },
    ];
    await expect(bench.actions.confirmMapping(id, { speakers })).rejects.toThrow(/no zone/);
    await expect(bench.actions.confirmMapping(id, { speakers, timeZone: 'Mars/Base' })).rejects.toThrow(/no time zone/);
    await bench.actions.confirmMapping(id, { speakers, timeZone: 'Europe/Berlin', dayFirst: false });
    const run = await bench.until(id, 'who-is-who');
    expect(run.period.from).toBe('2026-03-04T09:30:00.000Z');
    const { authors, customers } = await authorsOf(id);
    expect(authors.map(({ name, role, roleGuessed, hints }) => [name, role, roleGuessed, hints])).toEqual([
      ['Lamps', 'agent', false, ['said-by-person']],
    ]);
    expect(customers).toBe(1);
    // Names that were asked about are stored as authors alone, masked; the list of them goes with the file.
    expect(run.plan?.speakers).toBeUndefined();
    const { rows } = await inWorkspace(bench.store, firstWorkspace, (db) =>
      sql<{ customer_key: string; said: object }>`
        SELECT c.customer_key, i.said FROM conversations c JOIN imports i ON i.id = c.import_id WHERE c.source = 'asked'
      `.execute(db),
    );
    expect(rows).toEqual([{ customer_key: 'Zoe', said: { dayFirst: false, timeZone: 'Europe/Berlin' } }]);
  });

  it('may come with the file, as from the command line, and is asked no more', async () => {
    const said = { timeZone: 'UTC', dayFirst: true, agents: ['Lamps'] };
    const id = await bench.send('chat.txt', chat, { source: 'told', said });
    const run = await bench.until(id, 'done');
    expect(run.counts).toMatchObject({ accepted: 3, conversations: 1, scored: 1, notScored: [] });
    expect(run.period.from).toBe('2026-04-03T10:30:00.000Z');
  });

  it('ends the import in a sentence when it does not fit the file', async () => {
    const id = await bench.send('chat.txt', chat, { source: 'wrong', said: { timeZone: 'UTC', agents: ['Olga'] } });
    const run = await bench.until(id, 'failed').catch((error: Error) => error.message);
    expect(run).toMatchObject({ failure: expect.stringMatching(/“Olga” is among.*“Lamps”, “Zoe”/) });
  });

  it('is guessed without a person, but never the zone', async () => {
    const id = await bench.send('chat.txt', chat, { source: 'guess', said: { dayFirst: true } });
    const run = await bench.until(id, 'needs-mapping');
    expect(run.plan).toMatchObject({ needsTimeZone: true, dayFirstSure: true });
    await bench.actions.cancel(id);
  });
});

const examples = new URL('../../../../examples/exports/', import.meta.url);

describe.skipIf(!existsSync(examples))('every sample export', () => {
  const names = [
    ...['WhatsApp Chat with Nadia.txt', 'call-2026-03-09T10-15-00.vtt', 'call.srt', 'call.txt', 'chats-in-cells.csv'],
    ...[
      'chatwoot.json',
      'conversations.csv',
      'conversations.json',
      'conversations.jsonl',
      'convokit-utterances.jsonl',
      'forwarded.eml',
      'freshdesk.json',
    ],
    ...['help-scout.json', 'intercom.json', 'libredesk.json', 'mailbox.mbox', 'request-tracker.json', 'slack.zip'],
    ...['telegram.json', 'zammad.json', 'zendesk-with-users.json', 'zendesk.ndjson'],
  ];
  it.each(names)('goes through to its scores: %s', async (name) => {
    const bytes = readFileSync(new URL(encodeURIComponent(name), examples));
    const id = await bench.send(name, bytes, { source: name, said: { timeZone: 'Europe/Berlin' } });
    const run = await bench.until(id, 'done');
    expect(run.counts.units).toBe(run.counts.accepted + run.counts.duplicate + run.counts.rejected);
    expect(run.counts.scored).toBe(run.counts.conversations);
    expect(bench.troubles).toEqual([]);
  });

  it('counts customers, and shows a few of those where that is a guess', async () => {
    const { authors, customers, customerExamples } = await inWorkspace(bench.store, firstWorkspace, (db) =>
      listAuthors(db, firstWorkspace, { importId: null, sees: null }),
    );
    expect(customerExamples).toHaveLength(5);
    expect(customers).toBeGreaterThan(customerExamples.length);
    const shown = new Set(authors.map(({ id }) => id));
    for (const { id, role, roleGuessed, why } of customerExamples) {
      expect([shown.has(id), role, roleGuessed]).toEqual([false, 'customer', true]);
      expect(why).toMatch(/^The file does not say who this is; “customer” is a guess\.$/);
    }
    // Whoever sees one agent's work alone sees no customer by it.
    const few = await inWorkspace(bench.store, firstWorkspace, (db) =>
      listAuthors(db, firstWorkspace, { importId: null, sees: [Number(authors[0]?.id)] }),
    );
    expect(few.customerExamples).toEqual([]);
  });

  it('leave nothing broken behind them, and none is forgotten', async () => {
    // A list of tickets without their words is refused; the page of explanations is none.
    const others = ['README.md', 'tickets-only.csv'];
    expect(readdirSync(examples).filter((name) => !others.includes(name))).toEqual([...names].sort());
    const found = await verifyStore(bench.store, { now: () => 0 });
    expect(found.filter(({ violations }) => violations.length > 0)).toEqual([]);
  });
});

describe('a table whose columns nobody could guess', () => {
  const head = 'fall;wer;rolle;satz;wann;code\n';
  const rows = (id: string) =>
    `${id};Kim Doe;customer;My lamp broke and I am so upset!;2026-02-01T08:00:00Z;x\n` +
    `${id};Ann;agent;I am so sorry your lamp broke.;2026-02-01T08:01:00Z;y\n`;
  const mapping = {
    ...{ conversation_id: 'fall', author_name: 'wer', author_role: 'rolle', body: 'satz', sent_at: 'wann' },
  };

  it('is asked about once: the next one with the same columns is read as was said', async () => {
    const first = await bench.send('first.csv', head + rows('1'));
    await bench.until(first, 'needs-mapping');
    await bench.actions.confirmMapping(first, { mapping, ignored: ['code'] });
    await bench.until(first, 'done');
    const second = await bench.send('second.csv', head + rows('2'));
    const run = await bench.until(second, 'done');
    expect(run.plan).toMatchObject({ mapping, headline: expect.stringContaining('as was said for “first.csv”') });
    expect(run.counts).toMatchObject({ accepted: 2, rejected: 0, conversations: 1 });
    const other = await bench.send('other.csv', head.replace('code', 'kode') + rows('3'));
    await bench.until(other, 'needs-mapping');
    await bench.actions.cancel(other);
  });

  it('leaves a column out that is said to hold nothing, whatever was guessed of it', async () => {
    const id = await bench.send('guess.csv', `ticket;text;tags;role;when\n1;Hello there;red;customer;1/2/2026\n`);
    const { plan } = await bench.until(id, 'needs-mapping');
    expect(plan?.mapping.tags).toBe('tags');
    const { tags: _, ...kept } = plan?.mapping ?? {};
    await bench.actions.confirmMapping(id, { mapping: kept, ignored: ['tags'], dayFirst: true, timeZone: 'UTC' });
    expect((await bench.until(id, 'done')).plan?.mapping).toEqual(kept);
  });
});
