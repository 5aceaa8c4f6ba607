/** The first look at JSON: whose shape it is, and the counts from reading it once. */
import type { IntakeFormat, IntakePlan, IntakeProblem } from '@rapport/contract';
import { decodeText } from '../decode-text.ts';
import { createScaleGuesser } from '../fields/guess-csat-scale.ts';
import { createTimeTally } from '../fields/time-tally.ts';
import type { IntakeLimits } from '../limits.ts';
import { listWithoutMessages } from '../list-without-messages.ts';
import { makeProblem } from '../problem.ts';
import type { OpenBytes } from '../record.ts';
import { takeHead } from '../take-head.ts';
import { findContainer } from './find-container.ts';
import { parseJson } from './parse-json.ts';
import { isObject, type JsonObject, pick } from './pick.ts';
import { messageListNames } from './read-conversation.ts';
import { readItems } from './read-items.ts';
import { readerOf } from './reader-of.ts';
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
  const format = recogniseFormat(entries, container);
  if (format === null) {
    if (entries.some(isTicket)) return { refused: [listWithoutMessages(o.fileName, 1)] };
    const reason =
      entries.length === 0 ? 'No entry of the JSON can be read.' : 'The entries are no conversations with messages.';
    return {
      refused: [
        makeProblem(entries.length === 0 ? 'unknown-format' : 'unknown-format', reason, { file: o.fileName, line: 1 }),
      ],
    };
  }
  const plan: JsonLook = { ...emptyPlan, format };
  const tally = await count(open, plan, o);
  const counted = o.whole
    ? `: ${tally.units.toLocaleString('en-US')} messages in ${tally.conversations.toLocaleString('en-US')} conversations`
    : '';
  return {
    look: {
      ...plan,
      ...tally.times.result(),
      ...tally.scale.guess(),
      units: o.whole ? tally.units : null,
      conversations: o.whole ? tally.conversations : null,
      headline: `${headlines[format]}${counted}.`,
    },
  };
}

const headlines: Record<IntakeFormat, string> = {
  csv: '',
  mbox: '',
  jsonl: 'Conversations as JSON, one a line',
  json: 'Conversations as JSON',
  zendesk: 'Zendesk tickets with their comments',
  intercom: 'Intercom conversations with their parts',
};

const emptyPlan: Omit<JsonLook, 'format'> = {
  delimiter: null,
  columns: [],
  mapping: {},
  needsMapping: [],
  dayFirst: null,
  dayFirstSure: true,
  timeZone: null,
  needsTimeZone: false,
  csatScale: 'unknown',
  csatMin: null,
  csatMax: null,
  units: null,
  conversations: null,
  headline: '',
};

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

function recogniseFormat(entries: readonly JsonObject[], container: string): IntakeFormat | null {
  if (entries.some((one) => Array.isArray(pick(one, ...messageListNames))))
    return container === 'lines' ? 'jsonl' : 'json';
  if (entries.some((one) => isObject(one.conversation_parts) || (isObject(one.source) && 'body' in one.source)))
    return 'intercom';
  if (entries.some((one) => Array.isArray(one.comments))) return 'zendesk';
  return null;
}

const isTicket = (one: JsonObject): boolean =>
  'id' in one && ('subject' in one || 'status' in one || 'description' in one);

async function count(
  open: OpenBytes,
  plan: IntakePlanLike,
  o: { fileName: string; limits: IntakeLimits; whole: boolean },
) {
  const times = createTimeTally();
  const scale = createScaleGuesser();
  const ids = new Set<string>();
  let units = 0;
  let entries = 0;
  const reading = { ...o, ownDomains: [], seeTime: (raw: string) => times.add(raw) };
  const full: IntakePlan = { ...plan, member: null, encoding: 'utf-8' };
  for await (const one of readItems(open, full, readerOf(plan.format), reading)) {
    units = one.after.units;
    if (one.kind === 'fragment') {
      ids.add(one.conversation.id);
      scale.add(one.conversation.csatRaw, one.conversation.csatMax);
    }
    entries += 1;
    if (!o.whole && entries >= looksAtEntries) break;
  }
  return { times, scale, units, conversations: ids.size };
}

type IntakePlanLike = JsonLook;
