/** What a program pushed → pieces, and by index and field what is wrong with the rest. */
import { type IntakePlan, type PushProblem, RapportError } from '@rapport/contract';
import { defaultLimits, parseJson, readEntry } from '@rapport/intake';
import type { ArrivedPiece } from '../arrivals/arrived-piece.ts';

export interface ReadPush {
  pieces: ArrivedPiece[];
  refusedMessages: number;
  problems: PushProblem[];
}

/** One push; more go into the next one. */
export const conversationsInPush = 1000;

/**
 * @param raw one conversation, a list of them, or `{ "conversations": [...] }`
 * @throws RapportError `bad-request` where it is no such thing
 */
export function readPush(raw: Uint8Array, ownDomains: readonly string[]): ReadPush {
  const entries = listEntries(parse(raw));
  if (entries.length === 0) throw refused('There is no conversation in it.', 'Send at least one.');
  if (entries.length > conversationsInPush) {
    throw refused(`It holds ${entries.length} conversations.`, `Send at most ${conversationsInPush} at once.`);
  }
  const read: ReadPush = { pieces: [], refusedMessages: 0, problems: [] };
  for (const [index, entry] of entries.entries()) {
    const { conversation, messages, hasMessageIds, problems } = readEntry(entry, {
      ...{ format: pushFormat, where: `conversation ${index}`, ownDomains },
    });
    const told = problems.map((one): PushProblem => {
      const severity = one.severity === 'warning' ? 'warning' : 'refused';
      const { code, reason, wayOut, units } = one;
      return {
        ...{ index, conversation: conversation?.id ?? null, field: one.column, code, severity, reason, wayOut },
        messages: units,
      };
    });
    read.problems.push(...told);
    read.refusedMessages += told.reduce((sum, one) => sum + one.messages, 0);
    const isAllRefused = messages.length === 0 && told.some(({ severity }) => severity === 'refused');
    if (conversation === null || isAllRefused) continue;
    read.pieces.push({ conversation, messages, hasMessageIds, saidAt: null, gone: [] });
  }
  return read;
}

export const pushFormat: IntakePlan['format'] = 'jsonl';

function parse(raw: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    throw refused('The text is not UTF-8.', 'Send JSON in UTF-8.');
  }
  const parsed = parseJson(text, defaultLimits.jsonDepth);
  if (parsed.ok) return parsed.value;
  throw refused(parsed.reason, 'Send one conversation as JSON, or a list of them; /api shows an example.');
}

function listEntries(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) {
    throw refused('It is no conversation.', 'Send a JSON object with an id and messages, or a list of such objects.');
  }
  const list: unknown = 'conversations' in value ? value.conversations : undefined;
  return Array.isArray(list) ? list : [value];
}

const refused = (what: string, wayOut: string): RapportError =>
  new RapportError('bad-request', { what, why: 'Nothing was stored.', wayOut });
