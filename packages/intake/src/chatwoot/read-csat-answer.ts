/** The answer to Chatwoot's survey: inside the message that asked, or in a list of its own. It rates from 1 to 5. */
import { readCsat } from '../fields/read-csat.ts';
import { checkHead } from '../json/check-texts.ts';
import { emptyHead } from '../json/empty-head.ts';
import { type ItemOptions, type ReadItem, refusedItem } from '../json/item.ts';
import { asPerson, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { pickObject } from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';

type Csat = Partial<Pick<ConversationHead, 'csatRaw' | 'csatMax' | 'csatComment' | 'csatAgentId'>>;

export const isCsatEntry = (entry: JsonObject): boolean =>
  'rating' in entry && 'feedback_message' in entry && 'conversation_id' in entry;

export function readCsatEntry(entry: JsonObject, o: ItemOptions): ReturnType<ReadItem> {
  const id = pickText(entry, 'conversation_id');
  if (id === '') return refusedItem('no-conversation', 'conversation_id', 'The rating names no conversation.');
  const conversation = { ...emptyHead(id), ...readAnswer(entry) };
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason);
  return { conversation, messages: [], hasMessageIds: true, problems: [] };
}

/** The last answer among the messages; nothing where nobody answered. */
export function findCsat(messages: readonly unknown[]): Csat {
  const answers = messages.filter(isObject).map((message) => {
    const values = pickObject(pickObject(message, 'content_attributes'), 'submitted_values');
    return pickObject(values, 'csat_survey_response');
  });
  const answered = answers.findLast((answer) => pickText(answer, 'rating') !== '');
  return answered ? readAnswer(answered) : {};
}

function readAnswer(answer: JsonObject): Csat {
  const csatRaw = readCsat(pickText(answer, 'rating'));
  const comment = pickText(answer, 'feedback_message');
  const agent = asPerson(pick(answer, 'assigned_agent')).id;
  if (csatRaw === null) return {};
  return {
    csatRaw,
    csatMax: 5,
    ...(comment === '' ? {} : { csatComment: comment }),
    ...(agent === '' ? {} : { csatAgentId: `user-${agent}` }),
  };
}
