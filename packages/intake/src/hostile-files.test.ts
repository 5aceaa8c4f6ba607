/** Whatever the bytes: no exception, units that add up, and a reading that does not depend on how the bytes arrive. */
import type { IntakePlan } from '@rapport/contract';
import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gatherConversations } from './gather-conversations.ts';
import { defaultLimits } from './limits.ts';
import { lookAtFile } from './look-at-file.ts';
import { FileRefused } from './problem.ts';
import { readRecords } from './read-records.ts';
import { bytesOf, openIn } from './read-whole.test-data.ts';
import type { IntakeRecord, ReadPosition } from './record.ts';
import { joinBytes } from './regroup-bytes.ts';
import { unpackFile } from './unpack/unpack-file.ts';

const limits = { ...defaultLimits, cellBytes: 300, rowBytes: 600, itemBytes: 2000 };
const fileName = 'file';

async function readAll(bytes: Uint8Array, o: { pieceBytes?: number; plan?: IntakePlan; startAt?: ReadPosition } = {}) {
  const open = openIn(bytes, o.pieceBytes);
  const found = o.plan ? { plan: o.plan } : await lookAtFile(open, { fileName, limits });
  if ('refused' in found) return { refused: found.refused, plain: bytes, records: [], plan: null };
  const parts: Uint8Array[] = [];
  // With a plan the bytes are those of an earlier unpacking.
  for await (const part of o.plan ? open(0) : unpackFile(open, found.plan, { fileName, limits })) parts.push(part);
  const plain = joinBytes(parts);
  const records: IntakeRecord[] = [];
  const options = { fileName, limits, ...(o.startAt ? { startAt: o.startAt } : {}) };
  for await (const one of readRecords(openIn(plain, o.pieceBytes), found.plan, options)) records.push(one);
  return { refused: [], plain, records, plan: found.plan };
}

async function checkCounts(bytes: Uint8Array): Promise<void> {
  const { refused, records } = await readAll(bytes);
  for (const one of refused) expect(one).toMatchObject({ severity: 'refused-file', file: fileName });
  const { counts } = await gatherConversations(structuredClone(records));
  expect(counts.accepted + counts.duplicate + counts.rejected).toBe(counts.units);
  expect(records.at(-1)?.after.units ?? 0).toBe(counts.units);
  for (const one of records) {
    if (one.kind !== 'problem') continue;
    expect(one.problem.reason).not.toBe('');
    expect(one.problem.wayOut).not.toBe('');
    expect(one.problem.line).toBeGreaterThan(0);
  }
}

const cell = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('1', '2', 'a', '', 'customer', 'agent', '2026-01-01T00:00:00Z', 'x'.repeat(400)),
  },
  fc.constantFrom(
    '"',
    '""',
    '"a\nb"',
    '"a,b"',
    '"open',
    'mid"dle',
    '\0',
    '\ufeff',
    'é',
    '😀',
    '__proto__',
    '\r',
    '=1+1',
  ),
  fc.string({ maxLength: 12 }),
);
const csvText = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 30 })
  .map((rows) =>
    ['conversation_id,message_id,author_role,sent_at,body', ...rows.map((row) => row.join(','))].join('\n'),
  );
const jsonItem = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc
    .record({
      id: fc.oneof(fc.string({ maxLength: 5 }), fc.integer(), fc.constant(null)),
      messages: fc.oneof(
        fc.array(
          fc.oneof(fc.record({ text: fc.string(), role: fc.constantFrom('agent', 'customer', 'cat') }), fc.jsonValue()),
          { maxLength: 5 },
        ),
        fc.jsonValue(),
      ),
      comments: fc.jsonValue(),
      conversation_parts: fc.jsonValue(),
    })
    .map((one) => JSON.stringify(one)),
  fc.constantFrom('{', '}', ']', '[[[[', '"', '{"id":1,"messages":[]}', '{"__proto__":1}', 'nul', '1e999'),
);
const jsonText = fc
  .tuple(fc.array(jsonItem, { maxLength: 8 }), fc.constantFrom('lines', 'array', 'object'))
  .map(([items, form]) =>
    form === 'lines'
      ? items.join('\n')
      : form === 'array'
        ? `[${items.join(',')}]`
        : `{"conversations":[${items.join(',')}]}`,
  );
const mboxText = fc
  .array(
    fc.constantFrom(
      'From a@b c\n',
      'From: Ann <a@b.c>\n',
      'Message-ID: <1@b>\n',
      'References: <1@b>\n',
      '\n',
      'text\n',
      '>From x\n',
      'Content-Type: multipart/mixed; boundary=x\n',
      '--x\n',
      'Date: nonsense\n',
    ),
    { maxLength: 40 },
  )
  .map((lines) => `From a@b now\n${lines.join('')}`);
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  csvText.map(bytesOf),
  jsonText.map(bytesOf),
  mboxText.map(bytesOf),
  csvText.map((text) => gzipSync(bytesOf(text), { mtime: 0 })),
  csvText.map((text) => zipSync({ 'a.csv': bytesOf(text) }, { mtime: '2026-01-01' })),
);

describe('hostile files', () => {
  it('never make the reading throw, and their units always add up', async () => {
    await fc.assert(fc.asyncProperty(anyBytes, checkCounts), { numRuns: 600 });
  });

  it('with some bytes changed or cut never do either', async () => {
    const damaged = fc.tuple(anyBytes, fc.nat(), fc.nat(255), fc.nat()).map(([bytes, at, value, cut]) => {
      const copy = bytes.slice();
      if (copy.length > 0) copy[at % copy.length] = value;
      return cut % 3 === 0 ? copy.subarray(0, cut % (copy.length + 1)) : copy;
    });
    await fc.assert(fc.asyncProperty(damaged, checkCounts), { numRuns: 600 });
  });

  it('are read the same in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.integer({ min: 1, max: 50 }), async (bytes, pieceBytes) => {
        expect((await readAll(bytes, { pieceBytes })).records).toEqual((await readAll(bytes)).records);
      }),
      { numRuns: 200 },
    );
  });

  it('are read the same after a stop at any place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(csvText, jsonText, mboxText).map(bytesOf), async (bytes) => {
        const { plain, plan, records } = await readAll(bytes);
        if (!plan) return;
        for (const [index, { after }] of records.entries()) {
          const rest = (await readAll(plain, { plan: { ...plan, member: null, encoding: 'utf-8' }, startAt: after }))
            .records;
          const warningsApart = (list: readonly IntakeRecord[]) =>
            list.filter((one) => one.kind === 'fragment' || one.problem.severity !== 'warning');
          expect(warningsApart(rest).map(withoutPlace)).toEqual(
            warningsApart(records.slice(index + 1)).map(withoutPlace),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('say what is wrong with an archive only through a refusal', async () => {
    const open = openIn(bytesOf('\u001f\u008bnot gzip'));
    const bad = openIn(new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]));
    const drain = async (from: typeof open) => {
      for await (const _ of unpackFile(from, { encoding: 'utf-8', member: null }, { fileName }));
    };
    await expect(drain(bad)).rejects.toBeInstanceOf(FileRefused);
    await expect(drain(open)).resolves.toBeUndefined();
  });
});

/** A warning is said once per reading, so that places between an entry's records may differ after a stop. */
const withoutPlace = (record: IntakeRecord) => ({ ...record, after: { ...record.after, skip: undefined } });
