/**
 * ConvoKit corpora: `utterances.jsonl`, an utterance a line. A conversation has the id of its first utterance. Corpora say
 * in their own ways who serves whom, so without a role in `meta` the first speaker is taken for the customer.
 */
import { readRole } from '../fields/read-role.ts';
import { checkHead } from '../json/check-texts.ts';
import { emptyHead } from '../json/empty-head.ts';
import { type ItemOptions, type ReadItem, refusedItem } from '../json/item.ts';
import type { JsonShape } from '../json/json-shape.ts';
import { asText, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { pickObject, readParts } from '../json/read-parts.ts';
import { decideRole } from '../who/decide-role.ts';

export const convokitShape: JsonShape = {
  format: 'convokit',
  headline: 'Utterances of a ConvoKit corpus',
  isEntry: (entry) =>
    'text' in entry &&
    ('conversation_id' in entry || 'root' in entry) &&
    ('speaker' in entry || 'user' in entry) &&
    ('reply_to' in entry || 'reply-to' in entry),
  createReader,
  remembers: true,
  peopleLists: {},
};

function createReader(): ReadItem {
  const openerOf = new Map<string, string>();
  return (entry, o) => {
    const id = pickText(entry, 'conversation_id', 'root').trim();
    if (id === '') return refusedItem('no-conversation', 'conversation_id', 'The utterance names no conversation.');
    const speaker = speakerOf(entry);
    if (!openerOf.has(id) || pickText(entry, 'id') === id) openerOf.set(id, speaker);
    return readUtterance(entry, id, speaker, speaker === openerOf.get(id), o);
  };
}

/** A plain id, or an object with one. */
function speakerOf(entry: JsonObject): string {
  const given = pick(entry, 'speaker', 'user');
  return isObject(given) ? pickText(given, 'id', 'name') : asText(given);
}

function readUtterance(
  entry: JsonObject,
  id: string,
  speaker: string,
  isOpener: boolean,
  o: ItemOptions,
): ReturnType<ReadItem> {
  const meta = pickObject(entry, 'meta');
  const flag = pick(meta, 'is_agent', 'is_staff', 'is_support');
  const said =
    readRole(pickText(meta, 'role', 'speaker_role', 'speaker_type', 'author_role')) ??
    (typeof flag === 'boolean' ? (flag ? 'agent' : 'customer') : null);
  const decided = decideRole(
    { isBot: meta.is_bot === true, said, id: speaker, email: '', isOpener: speaker === '' ? null : isOpener },
    o,
  );
  const conversation = { ...emptyHead(id), customer: decided.role === 'customer' ? speaker || null : null };
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason);
  const text = pick(entry, 'text');
  const part = {
    where: 'utterance',
    id: pickText(entry, 'id'),
    written: timeOf(entry),
    ...decided,
    author: { id: speaker, name: '', email: '' },
    body: { text: typeof text === 'string' ? text : null, form: 'plain' as const },
    attachments: [],
    isInternal: false,
  };
  return { conversation, ...readParts([part], o) };
}

/** Many corpora count turns or seconds from 0, which is an order and no time. */
function timeOf(entry: JsonObject): string {
  const written = pickText(entry, 'timestamp').trim();
  return written === 'None' || (/^-?\d+(?:\.\d+)?$/.test(written) && Math.abs(Number(written)) < 1e8) ? '' : written;
}
