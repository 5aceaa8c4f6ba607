/** The messages of a Telegram export one by one, each with what the chat around it says; the file is never held. */
import { regroupBytes } from '../regroup-bytes.ts';

export interface ScannedMessage {
  /** The bytes of one message; null when it is longer than the limit. */
  bytes: Uint8Array | null;
  /** The chat's own plain fields as far as they stand before its messages: name, type, id. */
  chat: ReadonlyMap<string, string>;
  line: number;
}

interface Level {
  isArray: boolean;
  /** The field that it stands in. */
  key: string;
  fields: Map<string, string>;
}

const quote = 0x22;
const longestField = 400;
const deepest = 64;

export async function* scanChats(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ScannedMessage> {
  const levels: Level[] = [];
  let [inString, escaped, key, line, startLine] = [false, false, '', 1, 1];
  let word: number[] = [];
  let isKey = true;
  // While a message is taken, only its depth is counted.
  let taken: Uint8Array[] | null = null;
  let [takenBytes, depth] = [0, 0];

  for await (const chunk of regroupBytes(chunks)) {
    let from = 0;
    const done: ScannedMessage[] = [];
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === 0x0a) line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === 0x5c) escaped = true;
        else if (byte === quote) inString = false;
        if (taken === null && inString && word.length < longestField) word.push(byte);
        if (taken === null && !inString) endWord(true);
        continue;
      }
      if (byte === quote) {
        [inString, word] = [true, []];
        continue;
      }
      const opens = byte === 0x7b || byte === 0x5b;
      const closes = byte === 0x7d || byte === 0x5d;
      if (taken !== null) {
        if (opens) depth += 1;
        else if (closes) depth -= 1;
        if (depth === 0) {
          const piece = chunk.slice(from, at + 1);
          const bytes = takenBytes + piece.length > maxBytes ? null : join(taken, piece);
          done.push({ bytes, chat: levels.at(-2)?.fields ?? new Map(), line: startLine });
          taken = null;
        }
        continue;
      }
      if (opens) {
        const top = levels.at(-1);
        if (byte === 0x7b && top?.isArray && top.key === 'messages') {
          [taken, takenBytes, depth, from, startLine] = [[], 0, 1, at, line];
          continue;
        }
        if (levels.length >= deepest) return;
        levels.push({ isArray: byte === 0x5b, key, fields: new Map() });
        [key, isKey] = ['', true];
      } else if (closes) {
        endWord(false);
        levels.pop();
        [key, isKey] = ['', true];
      } else if (byte === 0x3a) isKey = false;
      else if (byte === 0x2c) {
        endWord(false);
        isKey = true;
      } else if (byte > 0x20 && word.length < longestField) word.push(byte);
    }
    if (taken !== null) {
      takenBytes += chunk.length - from;
      if (takenBytes <= maxBytes) taken.push(chunk.slice(from));
      else taken = [];
    }
    yield* done;
  }

  /** A string or a bare number has ended: it is the name of a field or its value. */
  function endWord(isString: boolean): void {
    const top = levels.at(-1);
    if (word.length === 0 && !isString) return;
    const text = decodeWord(word, isString);
    word = [];
    if (!top || top.isArray) return;
    if (isKey) key = text;
    else top.fields.set(key, text);
  }
}

function join(parts: readonly Uint8Array[], last: Uint8Array): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, last.length));
  let at = 0;
  for (const part of [...parts, last]) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const decoder = new TextDecoder();

function decodeWord(word: readonly number[], isString: boolean): string {
  const text = decoder.decode(Uint8Array.from(word));
  if (!isString || !text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
