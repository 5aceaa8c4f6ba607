/** What holds for every source that comes as JSON: one conversation, told once, written in each shape and read back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damage, withStrangers } from './break-entries.test-data.ts';
import { chatwootCase, chatwootWebhookCase } from './chatwoot/chatwoot.test-data.ts';
import { convokitCase } from './convokit/convokit.test-data.ts';
import { freshdeskCase } from './freshdesk/freshdesk.test-data.ts';
import { gatherConversations } from './gather-conversations.ts';
import { helpScoutCase } from './help-scout/help-scout.test-data.ts';
import { intercomCase } from './intercom/intercom.test-data.ts';
import { shapeOf } from './json/all-shapes.ts';
import { parseJson } from './json/parse-json.ts';
import type { JsonObject } from './json/pick.ts';
import { libredeskCase } from './libredesk/libredesk.test-data.ts';
import { readEntry } from './read-entry.ts';
import { readRecords } from './read-records.ts';
import { bytesOf, lookAt, openIn, readWhole } from './read-whole.test-data.ts';
import { requestTrackerCase } from './request-tracker/request-tracker.test-data.ts';
import {
  expected,
  messagesOf,
  type Scenario,
  type SourceCase,
  type Speaker,
  type Turn,
  writeJson,
} from './source-case.test-data.ts';
import { zammadCase } from './zammad/zammad.test-data.ts';
import { zendeskCase, zendeskNamedCase, zendeskQaCase } from './zendesk/zendesk.test-data.ts';

const cases: [string, SourceCase][] = [
  ['Zendesk, authors by number', zendeskCase],
  ['Zendesk, authors described', zendeskNamedCase],
  ['Zendesk QA import', zendeskQaCase],
  ['Intercom', intercomCase],
  ['Chatwoot, REST', chatwootCase],
  ['Chatwoot, webhooks', chatwootWebhookCase],
  ['LibreDesk', libredeskCase],
  ['Zammad', zammadCase],
  ['Request Tracker', requestTrackerCase],
  ['Freshdesk', freshdeskCase],
  ['Help Scout and FreeScout', helpScoutCase],
  ['ConvoKit', convokitCase],
];

/** Above 2^53, as Zendesk's and others' ids are. */
const longId = '9007199254740993';
const everySpeaker: Speaker[] = ['customer', 'bot', 'agent', 'note', 'second', 'customer', 'event', 'agent'];
const minute = (count: number): string => new Date(Date.UTC(2026, 2, 28, 9, count)).toISOString().replace('.000Z', 'Z');
const told = (by: readonly Speaker[], id = longId): Scenario => ({
  id,
  turns: by.map((one, index) => ({ by: one, at: minute(index), text: `Turn ${index} of ${one}.` })),
});
const allOf = (source: SourceCase): Scenario => told(everySpeaker.filter((one) => !source.lacks.includes(one)));
const lines = (entries: readonly JsonObject[]): string => entries.map((entry) => writeJson(entry)).join('\n');
const read = (source: SourceCase, scenario: Scenario) =>
  readWhole(lines(source.entries(scenario)), { fileName: 'a.json' });
type Read = Awaited<ReturnType<typeof read>>;

const adds = ({ counts }: Read): boolean => counts.units === counts.accepted + counts.duplicate + counts.rejected;

describe.each(cases)('%s', (_, source) => {
  it('is recognised by itself, whatever packs the entries, and said in plain words', async () => {
    const entries = source.entries(allOf(source));
    const packed = [
      lines(entries),
      writeJson(entries),
      writeJson(entries, 2),
      entries.map((one) => writeJson(one, 2)).join('\n'),
    ];
    const whole = await read(source, allOf(source));
    for (const text of [...packed, ...packed.map((one) => `\ufeff${one}`)]) {
      const found = await readWhole(text, { fileName: 'anything.txt' });
      expect(found.plan).toMatchObject({ format: source.format, conversations: 1, units: whole.counts.units });
      expect(found.plan.headline).toContain(shapeOf(source.format).headline);
      expect(found.conversations).toEqual(whole.conversations);
    }
  });

  it('is read out of the answers of its API, also when several pages follow each other', async () => {
    if (!source.envelope) return expect(source.entryIsMessage ?? source === zendeskQaCase).toBeTruthy();
    const page = (id: string): JsonObject => source.envelope?.(source.entries({ ...allOf(source), id })) ?? {};
    const text = [page(longId), page('12'), page('13')].map((one) => writeJson(one)).join('\n');
    const found = await readWhole(text, { fileName: 'pages.json' });
    expect(found.conversations.map(({ id }) => id)).toEqual([longId, '12', '13']);
    expect(found.counts.rejected).toBe(0);
    expect(found.counts.units).toBe(3 * allOf(source).turns.length);
  });

  it('gives everybody their role, marks guesses and nothing else, and keeps notes internal', async () => {
    const found = await read(source, allOf(source));
    expect(messagesOf(found)).toEqual(expected(source, allOf(source)));
    expect(found.counts).toMatchObject({ rejected: 0, duplicate: 0, conversations: 1 });
    expect(found.plan.needsTimeZone).toBe(false);
  });

  it('keeps two agents apart, whoever the ticket is assigned to', async () => {
    const found = await read(source, told(['customer', 'agent', 'second', 'agent']));
    const authors = found.conversations[0]?.messages
      .slice(1)
      .map(({ authorId, authorEmail }) => authorId ?? authorEmail);
    expect(new Set(authors).size).toBe(2);
    expect(authors?.[0]).toBe(authors?.[2]);
  });

  it('keeps every digit of the id and every character of the text, and loses and invents no line', async () => {
    const speaker = fc.constantFrom(...everySpeaker.filter((one) => !source.lacks.includes(one)));
    const text = fc.constantFrom(
      'Hi',
      'أين طلبي؟',
      '3 < 4 & "so"',
      '你好，世界',
      'a\nb',
      '👩‍💻 ok',
      'x'.repeat(500),
      'שלום 1',
      '=1+1',
      '{"a":1}',
    );
    const turns = fc.array(fc.tuple(speaker, text, fc.integer({ min: 0, max: 3 })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(turns, fc.bigInt({ min: 1n, max: 2n ** 63n }), async (drawn, id) => {
        let at = 0;
        const opening: Turn = { by: 'customer', at: minute(0), text: 'First.' };
        const rest = drawn.map(([by, said, later]): Turn => {
          at += later;
          return { by, text: said, at: minute(at) };
        });
        const scenario = { id: id.toString(), turns: [opening, ...rest] };
        const found = await read(source, scenario);
        expect(found.conversations.map((one) => one.id)).toEqual([scenario.id]);
        expect(messagesOf(found)).toEqual(expected(source, scenario));
      }),
      { numRuns: 40 },
    );
  });

  it('orders by time, whatever the order of the file', async () => {
    const scenario = allOf(source);
    const [opening, ...rest] = scenario.turns;
    const shuffled = { ...scenario, turns: [...(opening ? [opening] : []), ...rest.toReversed()] };
    expect(messagesOf(await read(source, shuffled))).toEqual(expected(source, scenario));
  });

  it('reads offsets and the hour that daylight saving skips as the same instants', async () => {
    const turns: Turn[] = [
      { by: 'customer', at: '2026-03-29T01:59:59+01:00', text: 'Before.' },
      { by: 'agent', at: '2026-03-29T03:00:00+02:00', text: 'Behind.' },
      { by: 'customer', at: '2026-03-28T20:31:00-04:30', text: 'Elsewhere.' },
    ];
    expect(messagesOf(await read(source, { id: '5', turns })).map(({ at }) => at)).toEqual([
      '2026-03-29T00:59:59.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-29T01:01:00.000Z',
    ]);
  });

  it('skips a message without words with a problem that counts it', async () => {
    const scenario = allOf(source);
    const emptied = scenario.turns.map((turn, index) => (index === 2 ? { ...turn, text: '' } : turn));
    const found = await read(source, { ...scenario, turns: emptied });
    expect(found.problems.filter(({ units }) => units > 0).map(({ code, units }) => [code, units])).toEqual([
      ['empty-text', 1],
    ]);
    expect(found.counts).toMatchObject({ units: emptied.length, accepted: emptied.length - 1, rejected: 1 });
    expect(messagesOf(found)).toEqual(
      expected(source, { ...scenario, turns: emptied.filter(({ text }) => text !== '') }),
    );
  });

  it('takes the same export twice without a second copy, and an edit in its place', async () => {
    const entries = source.entries(allOf(source));
    const count = allOf(source).turns.length;
    const twice = await readWhole(lines([...entries, ...entries]), { fileName: 'a.json' });
    expect(twice.counts).toMatchObject({ accepted: count, duplicate: count, messages: count });
    const edited = {
      ...allOf(source),
      turns: allOf(source).turns.map((turn, index) => (index === 1 ? { ...turn, text: 'Edited.' } : turn)),
    };
    const both = await readWhole(lines([...entries, ...source.entries(edited)]), { fileName: 'a.json' });
    expect(both.counts).toMatchObject({ updated: 1, messages: count });
    expect(both.records.every((one) => one.kind === 'problem' || one.hasMessageIds)).toBe(true);
  });

  it('ignores fields that nobody knows', async () => {
    const entries = source.entries(allOf(source)).map((entry) => withStrangers(entry) as JsonObject);
    const found = await readWhole(lines(entries), { fileName: 'a.json' });
    const plain = await read(source, allOf(source));
    expect(found.conversations).toEqual(plain.conversations);
    expect(found.problems).toEqual(plain.problems);
  });

  it('drops what HTML hides, and marks what it quotes', async () => {
    if (!source.sendsHtml)
      return expect(
        messagesOf(await read(source, { id: '5', turns: [{ by: 'customer', at: minute(0), text: 'a <b>c</b>' }] }))[0]
          ?.text,
      ).toBe('a <b>c</b>');
    const html =
      '<style>p{}</style><p>It&#39;s <b>late</b>.</p><span style="display:none">IGNORE</span><blockquote>When?</blockquote>';
    const turns: Turn[] = [
      { by: 'customer', at: minute(0), text: 'When?' },
      { by: 'agent', at: minute(1), text: 'unused', html },
    ];
    expect(messagesOf(await read(source, { id: '5', turns }))[1]?.text).toBe("It's late.\n\n> When?");
  });

  it('takes six hundred messages of one conversation', async () => {
    const found = await read(source, told(Array.from({ length: 600 }, (_, i) => (i % 2 === 0 ? 'customer' : 'agent'))));
    expect(found.counts).toMatchObject({ units: 600, accepted: 600, messages: 600, conversations: 1 });
  });

  it('never throws on broken entries, and its counts add up', async () => {
    const junk = fc.constantFrom<unknown>(
      null,
      '',
      0,
      -1,
      1e300,
      true,
      [],
      {},
      [null],
      [[]],
      { id: {} },
      'x\0y',
      '\ud83d',
      'a'.repeat(600),
      [1, 'a', null],
      { contacts: 3 },
    );
    const entries = source.entries(allOf(source));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 4 }), async (changes) => {
        const damaged = structuredClone(entries);
        for (const [place, value] of changes) damage(damaged, place, structuredClone(value));
        const text = lines(damaged);
        const found = await lookAt(text, 'a.json');
        if ('refused' in found) return;
        const whole = await readWhole(text, { fileName: 'a.json' });
        expect(adds(whole)).toBe(true);
        expect(whole.plan.units).toBe(whole.counts.units);
        expect(whole.problems.every(({ reason, wayOut }) => reason !== '' && wayOut !== '')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is read the same in pieces of any size and after a stop at any place', async () => {
    const entries = [...source.entries(allOf(source)), ...source.entries(told(['customer', 'agent'], '8'))];
    for (const text of [lines(entries), writeJson(entries, 1)]) {
      const whole = await readWhole(text, { fileName: 'a.json' });
      const rest = async (pieceBytes: number, startAt?: Read['records'][number]['after']) => {
        const records: Read['records'] = [];
        const options = { fileName: 'a.json', ...(startAt ? { startAt } : {}) };
        for await (const one of readRecords(openIn(bytesOf(text), pieceBytes), whole.plan, options)) records.push(one);
        return records;
      };
      for (const size of [1, 7, 50]) expect(await rest(size)).toEqual(whole.records);
      const fragments = (records: Read['records']) => records.filter(({ kind }) => kind === 'fragment');
      for (const [index, { after }] of whole.records.entries()) {
        expect(fragments(await rest(1000, after))).toEqual(fragments(whole.records.slice(index + 1)));
      }
    }
  });

  it('reads one answer of the API as it reads a file', async () => {
    const entries = source.entries(allOf(source)).map((entry) => {
      const parsed = parseJson(writeJson(entry), 64);
      return parsed.ok ? parsed.value : null;
    });
    if (source.entryIsMessage && source.format === 'convokit') return expect(entries.length).toBeGreaterThan(1);
    const fragments = entries.map((entry) => readEntry(entry, { format: source.format, where: 'test' }));
    const gathered = await gatherConversations(
      fragments.flatMap(({ conversation, messages, hasMessageIds }, index) =>
        conversation
          ? [
              {
                kind: 'fragment' as const,
                conversation,
                messages: messages.map((one) => ({ ...one, order: one.order + index })),
                hasMessageIds,
                units: messages.length,
                line: 1,
                after: { byte: 0, line: 1, units: 0 },
              },
            ]
          : [],
      ),
    );
    expect(gathered.conversations).toEqual((await read(source, allOf(source))).conversations);
  });
});
