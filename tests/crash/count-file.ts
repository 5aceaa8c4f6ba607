/** Counts what a file of JSON lines holds with nothing of the product: what must stand in the store in the end. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface FileCounts {
  conversations: number;
  /** Lines of messages, repeated ids included. */
  units: number;
  /** Messages with an id of their own within their conversation. */
  messages: number;
}

export function countFile(path: string): FileCounts {
  const conversations = new Set<string>();
  const messages = new Set<string>();
  let units = 0;
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (line.trim() === '') continue;
    const one = JSON.parse(line) as { id: string; messages: { id?: string }[] };
    conversations.add(one.id);
    units += one.messages.length;
    // Where a message has no id its place is its name.
    for (const [place, { id }] of one.messages.entries()) messages.add(JSON.stringify([one.id, id ?? place]));
  }
  return { conversations: conversations.size, units, messages: messages.size };
}
