/** Our own JSON, one conversation a line or in a list. */
import type { JsonShape } from './json-shape.ts';
import { pick } from './pick.ts';
import { messageListNames, readConversation } from './read-conversation.ts';

const own = {
  isEntry: (entry) => Array.isArray(pick(entry, ...messageListNames)),
  createReader: () => readConversation,
} satisfies Partial<JsonShape>;

export const jsonlShape: JsonShape = { ...own, format: 'jsonl', headline: 'Conversations as JSON, one a line' };
export const jsonShape: JsonShape = { ...own, format: 'json', headline: 'Conversations as JSON' };
