/** The first look at JSON: whose shape it is, and the counts from reading it once. */

import type { IntakePlan, IntakeProblem } from '@rapport/contract';
import { countOf } from '../count-words.ts';
import { decodeText } from '../decode-text.ts';
import { createScaleGuesser } from '../fields/guess-csat-scale.ts';
import { createTimeTally } from '../fields/time-tally.ts';
import type { IntakeLimits } from '../limits.ts';
import { listWithoutMessages } from '../list-without-messages.ts';
import { emptyLook } from '../prepared/empty-look.ts';
import { makeProblem } from '../problem.ts';
import type { OpenBytes } from '../record.ts';
import { takeHead } from '../take-head.ts';
import { isPersonEntry } from '../who/people.ts';
import { recogniseShape } from './all-shapes.ts';
import { findContainer } from './find-container.ts';
import type { JsonShape } from './json-shape.ts';
import { parseJson } from './parse-json.ts';
import { isObject, type JsonObject } from './pick.ts';
import { readItems } from './read-items.ts';
import { scanItems } from './scan-items.ts';
import { scanLines } from './scan-lines.ts';

export type JsonLook = Omit<IntakePlan, 'member' | 'encoding'>;

const looksAtEntries = 20;

export async function lookAtJson(
  open: OpenBytes,
  o: { fileName: string; limits: IntakeLimits; whole: boolean },
): Promise<{ look: JsonLook } | { refused: IntakeProblem[] }> {
  const container = findContainer(await takeHead(open));
  const entries = await firstEntries(open, container, o.limits);
  const shape = recogniseShape(entries, container);
  if (shape === null) return { refused: [refuse(entries, o.fileName)] };
  const plan: JsonLook = { ...emptyPlan, format: shape.format };
  const tally = await count(open, plan, shape, o);
  const counted = o.whole
    ? `: ${countOf(tally.units, 'message')} in ${countOf(tally.conversations, 'conversation')}`
    : '';
  return {
    look: {
      ...plan,
      ...tally.times.result(),
      ...tally.scale.guess(),
      units: o.whole ? tally.units : null,
      conversations: o.whole ? tally.conversations : null,
      ...(tally.asks === '' ? {} : { asksForPeople: true }),
      headline: `${shape.headline}${counted}.${tally.asks}`,
    },
  };
}

function refuse(entries: readonly JsonObject[], file: string): IntakeProblem {
  const people = entries.filter((entry) => isPersonEntry(entry) || listsPeople(entry)).length;
  if (people * 2 > entries.length) {
    return makeProblem('list-of-people', 'This is a list of people; there are no conversations in it.', {
      file,
      line: 1,
    });
  }
  if (entries.some(isTicket)) return listWithoutMessages(file, 1);
  const reason =
    entries.length === 0 ? 'No entry of the JSON can be read.' : 'The entries are no conversations with messages.';
  return makeProblem('unknown-format', reason, { file, line: 1 });
}

/** The one entry of a file such as {"users": […]}. */
const listsPeople = (entry: JsonObject): boolean => {
  const list = entry.users ?? entry.agents ?? entry.contacts;
  return Array.isArray(list) && isObject(list[0]) && isPersonEntry(list[0]);
};

const emptyPlan: Omit<JsonLook, 'format'> = { ...emptyLook, headline: '' };

/** Up to twenty readable entries from the start. */
async function firstEntries(
  open: OpenBytes,
  container: ReturnType<typeof findContainer>,
  limits: IntakeLimits,
): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  const from = { fromByte: 0, fromLine: 1, maxBytes: limits.itemBytes };
  const scanned = container === 'lines' ? scanLines(open, from) : scanItems(open, { ...from, container });
  let seen = 0;
  for await (const { bytes } of scanned) {
    const text = bytes === null ? null : decodeText(bytes);
    const parsed = text === null ? null : parseJson(text, limits.jsonDepth);
    if (parsed?.ok && isObject(parsed.value)) found.push(parsed.value);
    seen += 1;
    if (seen >= looksAtEntries) break;
  }
  return found;
}

const isTicket = (one: JsonObject): boolean =>
  'id' in one && ('subject' in one || 'status' in one || 'description' in one);

async function count(
  open: OpenBytes,
  plan: JsonLook,
  shape: JsonShape,
  o: { fileName: string; limits: IntakeLimits; whole: boolean },
) {
  const times = createTimeTally();
  const scale = createScaleGuesser();
  const ids = new Set<string>();
  let units = 0;
  let entries = 0;
  let asks = '';
  const reading = { ...o, ownDomains: [], seeTime: (raw: string) => times.add(raw) };
  const full: IntakePlan = { ...plan, member: null, encoding: 'utf-8' };
  for await (const one of readItems(open, full, shape, reading)) {
    units = one.after.units;
    if (one.kind === 'problem' && one.problem.code === 'authors-by-number') {
      asks = ' It names authors by number alone: give the list of users with it, or some roles are guesses.';
    }
    if (one.kind === 'fragment') {
      ids.add(one.conversation.id);
      scale.add(one.conversation.csatRaw, one.conversation.csatMax);
    }
    entries += 1;
    if (!o.whole && entries >= looksAtEntries) break;
  }
  return { times, scale, units, conversations: ids.size, asks };
}
