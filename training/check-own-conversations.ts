/** `npx tsx training/check-own-conversations.ts FILE…` says whether files of own conversations are whole, and what is in them. */
import { readFileSync } from 'node:fs';
import { parseOwnConversations } from './read-own-conversations.ts';

for (const file of process.argv.slice(2)) {
  const found = parseOwnConversations(readFileSync(file, 'utf8'), file);
  const sentences = found.flatMap(({ turns }) => turns.flatMap((turn) => turn.sentences ?? []));
  process.stdout.write(`${file}: ${found.length} conversations, ${sentences.length} labelled sentences\n`);
}
