import { type Fields, fieldsOf, listOf, textOf } from '../fields-of.ts';
import type { SourceApi } from '../source-api.ts';
import { SourceTrouble } from '../source-trouble.ts';

/** Types of transactions that say something; the others have no words of their own. */
const spoken = new Set(['Create', 'Correspond', 'Comment']);
const atOnce = 4;

/** @returns by transaction: the parts of each mail, with the words of those that are words */
export async function listAttachments(api: SourceApi, history: readonly Fields[]): Promise<Map<string, Fields[]>> {
  const wanted = history.filter((one) => spoken.has(textOf(one.Type))).map((one) => textOf(one.id));
  const found = new Map<string, Fields[]>();
  for (let from = 0; from < wanted.length; from += atOnce) {
    const some = wanted.slice(from, from + atOnce);
    const parts = await Promise.all(some.map((id) => listParts(api, id)));
    for (const [index, id] of some.entries()) found.set(id, parts[index] ?? []);
  }
  return found;
}

async function listParts(api: SourceApi, transaction: string): Promise<Fields[]> {
  const answer = await api.get(`/REST/2.0/transaction/${transaction}/attachments`, {
    fields: 'ContentType,Filename',
    per_page: 100,
  });
  const parts = listOf(fieldsOf(answer.body).items);
  const isWords = (part: Fields, type: string): boolean =>
    textOf(part.Filename) === '' && textOf(part.ContentType).startsWith(type);
  // The plain form is read where there is one; the other is then not asked for.
  const plain = parts.filter((part) => isWords(part, 'text/plain'));
  const wanted = new Set(plain.length > 0 ? plain : parts.filter((part) => isWords(part, 'text/html')));
  const loaded: Fields[] = [];
  for (const part of parts) loaded.push(wanted.has(part) ? await withContent(api, part) : part);
  return loaded;
}

async function withContent(api: SourceApi, part: Fields): Promise<Fields> {
  try {
    const found = await api.find(`/REST/2.0/attachment/${textOf(part.id)}`);
    return found === null ? part : { ...part, Content: textOf(fieldsOf(found.body).Content) };
  } catch (error) {
    // One attachment nobody may see must not hide the rest of the ticket.
    if (error instanceof SourceTrouble && ['right-missing', 'too-large'].includes(error.kind)) return part;
    throw error;
  }
}
