/** Entries of a JSON or JSONL file → fragments and problems, through the reader of their shape. */
import type { IntakePlan } from '@rapport/contract';
import { decodeText } from '../decode-text.ts';
import { makeProblem } from '../problem.ts';
import type { ReadOptions } from '../read-options.ts';
import type { FoundProblem, Fragment, IntakeRecord, OpenBytes, ReadPosition } from '../record.ts';
import { takeHead } from '../take-head.ts';
import { createWarnOnce } from '../warn-once.ts';
import { findContainer } from './find-container.ts';
import { type ItemOptions, type ItemRead, type ItemRefused, type ReadItem, refusedItem } from './item.ts';
import type { JsonShape } from './json-shape.ts';
import { parseJson } from './parse-json.ts';
import { isObject } from './pick.ts';
import { readPeopleLists } from './read-people.ts';
import { type ScannedItem, scanItems } from './scan-items.ts';
import { scanLines } from './scan-lines.ts';

const reasons = {
  'row-too-long': 'The entry is longer than a conversation can be.',
  truncated: 'The file ends in the middle.',
  'broken-json': 'The brackets do not match from here on, or there is no list of conversations.',
} as const;

export async function* readItems(
  open: OpenBytes,
  plan: IntakePlan,
  shape: JsonShape,
  options: ReadOptions & Pick<ItemOptions, 'seeTime'>,
): AsyncGenerator<IntakeRecord> {
  const o = { ...options, people: await readPeopleLists(open, shape, options) };
  const warnOnce = createWarnOnce(o.fileName);
  const readItem = shape.createReader();
  if (shape.remembers && o.startAt) await readAgain(open, plan, readItem, o);
  let place: ReadPosition = o.startAt ?? { byte: 0, line: 1, units: 0 };
  let skip = place.skip ?? 0;
  for await (const item of scanEntries(open, o)) {
    const read = readBytes(item, plan, readItem, o);
    const accepted = read.conversation === null ? 0 : read.messages.length;
    const units = place.units + accepted + read.problems.reduce((sum, one) => sum + one.units, 0);
    // Refusals first, counted by `skip`; then warnings, which a reading says once and may say again; then the fragment.
    const records: (Omit<Fragment, 'after'> | Omit<FoundProblem, 'after'>)[] = [];
    const warnings: typeof records = [];
    for (const { code, column, reason, units: refused } of read.problems) {
      if (refused > 0 || read.conversation === null) {
        const problem = makeProblem(code, reason, { line: item.line, column, file: o.fileName, units: refused });
        records.push({ kind: 'problem', problem });
      } else {
        const problem = warnOnce(code, reason, { line: item.line, column: column ?? '' });
        if (problem) warnings.push({ kind: 'problem', problem });
      }
    }
    const refusals = records.length;
    records.push(...warnings);
    if (read.conversation !== null) {
      const { conversation, hasMessageIds } = read;
      const first = place.units;
      const messages = read.messages.map((message, index) => ({ ...message, order: first + index + 1 }));
      records.push({ kind: 'fragment', conversation, messages, hasMessageIds, units: accepted, line: item.line });
    }
    const end: ReadPosition = { byte: item.endByte, line: item.endLine, units };
    for (const [index, record] of records.entries()) {
      if (index < Math.min(skip, refusals)) continue;
      const isLast = index === records.length - 1;
      const within = { ...place, units: isLast ? units : place.units, skip: Math.min(index + 1, refusals) };
      yield { ...record, after: isLast && !item.isEnd ? end : within };
    }
    [place, skip] = [end, 0];
  }
}

/** Shows the reader what came before the place to go on from. */
async function readAgain(open: OpenBytes, plan: IntakePlan, readItem: ReadItem, o: ReadOptions): Promise<void> {
  for await (const item of scanEntries(open, { ...o, startAt: undefined })) {
    if (item.endByte > (o.startAt?.byte ?? 0)) return;
    readBytes(item, plan, readItem, o);
  }
}

/** Entries with their places, whatever packs them. */
async function* scanEntries(open: OpenBytes, o: ReadOptions): AsyncGenerator<ScannedItem> {
  const container = findContainer(await takeHead(open));
  const from = { fromByte: o.startAt?.byte ?? 0, fromLine: o.startAt?.line ?? 1, maxBytes: o.limits.itemBytes };
  if (container !== 'lines') {
    yield* scanItems(open, { ...from, container });
    return;
  }
  for await (const { bytes, line, endByte } of scanLines(open, from)) {
    yield { bytes, broken: bytes === null ? 'row-too-long' : null, line, endByte, endLine: line + 1, isEnd: false };
  }
}

function readBytes(
  item: ScannedItem,
  plan: IntakePlan,
  readItem: ReadItem,
  o: ReadOptions & Pick<ItemOptions, 'seeTime'>,
): ItemRead | ItemRefused {
  if (item.bytes === null) {
    const broken = item.broken ?? 'broken-json';
    return refusedItem(broken, null, reasons[broken]);
  }
  const text = decodeText(item.bytes);
  if (text === null) return refusedItem('bad-encoding', null, 'The entry is not valid UTF-8.');
  const parsed = parseJson(text, o.limits.jsonDepth);
  if (!parsed.ok) return refusedItem(parsed.code, null, parsed.reason);
  if (!isObject(parsed.value)) return refusedItem('not-a-conversation', null, 'The entry is not an object.');
  const { limits, ownDomains, people, seeTime } = o;
  return readItem(parsed.value, { plan, limits, ownDomains, people, seeTime });
}
