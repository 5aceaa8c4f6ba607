import { type Fields, fieldsOf, isFields, listOf, textOf } from '../fields-of.ts';
import type { SourceApi } from '../source-api.ts';
import { SourceTrouble } from '../source-trouble.ts';

/** Types of transactions that say something; the others have no words of their own. */
const spoken = new Set(['Create', 'Correspond', 'Comment']);
const atOnce = 4;

/**
 * @param o.state names the ticket as it is now: what is attached to it is asked for once, however many parts it has
 * @returns by transaction: the parts of each mail, with the words of those that are words
 */
export async function listAttachments(
  api: SourceApi,
  o: { id: string; state: string; history: readonly Fields[] },
): Promise<Map<string, Fields[]>> {
  const wanted = new Set(o.history.filter((one) => spoken.has(textOf(one.Type))).map((one) => textOf(one.id)));
  if (wanted.size === 0) return new Map();
  const all = await api.memory.recall(`attachments ${o.id} ${o.state}`, () => listAll(api, o.id));
  const partsOf = new Map<string, Fields[]>();
  for (const part of all) {
    const transaction = transactionOf(part);
    if (wanted.has(transaction)) partsOf.set(transaction, [...(partsOf.get(transaction) ?? []), part]);
  }
  const words = [...partsOf.values()].flatMap(wordsOf);
  const contents = new Map<Fields, Fields>();
  for (let from = 0; from < words.length; from += atOnce) {
    const some = words.slice(from, from + atOnce);
    const loaded = await Promise.all(some.map((part) => withContent(api, part)));
    for (const [index, part] of some.entries()) contents.set(part, loaded[index] ?? part);
  }
  return new Map([...partsOf].map(([id, parts]) => [id, parts.map((part) => contents.get(part) ?? part)]));
}

async function listAll(api: SourceApi, ticket: string): Promise<Fields[]> {
  const all: Fields[] = [];
  for (let page = 1; ; page++) {
    const query = { fields: 'ContentType,Filename,TransactionId', per_page: 100, page };
    const answer = fieldsOf((await api.get(`/REST/2.0/ticket/${ticket}/attachments`, query)).body);
    const parts = listOf(answer.items);
    all.push(...parts);
    // What nobody may see is left out of a page, so a short page is not yet the last one.
    if (typeof answer.pages === 'number' ? page >= answer.pages : parts.length === 0) return all;
  }
}

const transactionOf = ({ TransactionId: said }: Fields): string => textOf(isFields(said) ? said.id : said);

/** The plain form is read where there is one; the other is then not asked for. */
function wordsOf(parts: readonly Fields[]): Fields[] {
  const unnamed = parts.filter((part) => textOf(part.Filename) === '');
  const plain = unnamed.filter((part) => textOf(part.ContentType).startsWith('text/plain'));
  return plain.length > 0 ? plain : unnamed.filter((part) => textOf(part.ContentType).startsWith('text/html'));
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
