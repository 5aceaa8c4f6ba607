/** The last steps that every helpdesk's messages have in common: time, text, checks, and what becomes of empty ones. */
import type { AuthorRole, Message } from '@rapport/contract';
import { excerpt } from '../excerpt.ts';
import { readTime } from '../fields/read-time.ts';
import { htmlToText, looksLikeHtml } from '../html/html-to-text.ts';
import type { ProblemCode } from '../problem.ts';
import { checkMessage } from './check-texts.ts';
import type { ItemOptions, ItemProblem } from './item.ts';
import { asPerson, asText, isObject, type JsonObject, pick, pickText } from './pick.ts';

/** One message as a source gives it. */
export interface Part {
  /** Its place within the entry, such as `comments[3]`. */
  where: string;
  /** '' where the source has none. */
  id: string;
  /** The time as written, '' where there is none. */
  written: string;
  role: AuthorRole;
  isGuess: boolean;
  author: { id: string; name: string; email: string };
  body: Body;
  /** Names of the files that came with it. */
  attachments: string[];
  isInternal: boolean;
}

/** `unknown`: HTML if it looks like it. `text` null: the source has no words for it. */
export interface Body {
  text: string | null;
  form: 'plain' | 'html' | 'unknown';
  /** Why there are no words, where the source says so. */
  whyEmpty?: string;
}

export interface PartsRead {
  messages: Message[];
  problems: ItemProblem[];
  hasMessageIds: boolean;
}

/** Every part becomes a message or a refusal; together they are the units of the entry. */
export function readParts(parts: readonly (Part | ItemProblem)[], o: ItemOptions): PartsRead {
  const read: PartsRead = { messages: [], problems: [], hasMessageIds: true };
  for (const [index, part] of parts.entries()) {
    if ('code' in part) {
      read.problems.push(part);
      continue;
    }
    const message = readPart(part, index, read.problems, o);
    if (message === null) continue;
    read.messages.push(message);
    read.hasMessageIds &&= part.id !== '';
  }
  return read;
}

export const refusePart = (where: string, code: ProblemCode, field: string, reason: string): ItemProblem => ({
  code,
  column: field === '' ? where : `${where}.${field}`,
  reason,
  units: 1,
});

/** Says once a file that a word of the source was not known, and keeps the message as an event. */
export const unknownKind = (column: string, word: string): ItemProblem => ({
  code: 'unknown-value',
  column,
  reason: excerpt(word, 60),
  units: 0,
});

function readPart(part: Part, index: number, problems: ItemProblem[], o: ItemOptions): Message | null {
  const refuse = (code: ProblemCode, field: string, reason: string): null => {
    problems.push(refusePart(part.where, code, field, reason));
    return null;
  };
  let at: string | null = null;
  if (part.written !== '') {
    o.seeTime?.(part.written);
    const time = readTime(part.written, { dayFirst: o.plan.dayFirst ?? false, timeZone: o.plan.timeZone });
    if (time.kind === 'bad') {
      return refuse('bad-date', 'time', `“${excerpt(part.written, 60)}” is not a time that can be read.`);
    }
    if (time.kind === 'instant') at = time.at;
    else problems.push({ code: 'no-time-zone', column: 'time', reason: '', units: 0 });
  }
  const text = readBody(part.body) || part.attachments.map((name) => `[attachment: ${name || 'file'}]`).join('\n');
  if (text === '') return refuse('empty-text', 'text', part.body.whyEmpty ?? 'Nothing is written in it.');
  const known = o.people?.get(part.author.id);
  const id = part.author.id;
  const email = part.author.email || known?.email || '';
  const message: Message = {
    id: part.id || `message-${index + 1}`,
    at,
    role: part.role,
    ...(part.isGuess ? { roleGuessed: true } : {}),
    author: part.author.name || known?.name || email || id,
    ...(id === '' ? {} : { authorId: id }),
    ...(email === '' ? {} : { authorEmail: email }),
    text,
    visibility: part.isInternal ? 'internal' : 'public',
  };
  const bad = checkMessage(message, o.limits);
  return bad ? refuse(bad.code, bad.column ?? '', bad.reason) : message;
}

/** Plain words stay to the letter; a text of blanks is none. */
function readBody({ text, form }: Body): string {
  if (text === null) return '';
  if (form === 'html' || (form === 'unknown' && looksLikeHtml(text))) return htmlToText(text);
  return text.trim() === '' ? '' : text;
}

/** The names of attached files, whatever the source calls them. */
export function readAttachments(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).map((one) => {
    const given = pickText(one, 'file_name', 'filename', 'fileName', 'name', 'Filename', 'title', 'file_type', 'type');
    return excerpt(given.replaceAll(/\s+/g, ' '), 100);
  });
}

/** Like `asPerson`, for sources that part first from last names. */
export function asFullPerson(value: unknown): { id: string; name: string; email: string } {
  const person = asPerson(value);
  if (!isObject(value) || person.name !== '') return person;
  const names = [
    pickText(value, 'first_name', 'firstName', 'firstname', 'first'),
    pickText(value, 'last_name', 'lastName', 'lastname', 'last'),
  ];
  return { ...person, name: names.filter((name) => name !== '').join(' ') };
}

/** Text fields of a list, each once; objects give their name. */
export function readNames(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  const names = list.map((one) => (isObject(one) ? pickText(one, 'name', 'tag', 'title') : asText(one)));
  return [...new Set(names.filter((name) => name !== ''))];
}

/** An object under a name; an empty one where there is none. */
export function pickObject(from: JsonObject, ...names: readonly string[]): JsonObject {
  const found = pick(from, ...names);
  return isObject(found) ? found : {};
}
