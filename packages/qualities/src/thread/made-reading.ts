/** A reading made by hand, for tests of the rules alone: each sentence says which acts it does. */
import type { Act, Conversation, EmotionLabel } from '@rapport/contract';
import { conversationOfExample } from '../example-conversation.ts';
import { authorKey, type Reading, type ReadMessage, type Sentence } from '../reading.ts';

export interface MadeTurn {
  /** `customer`, or the name of an agent. */
  from: string;
  /** −1 … 1; neutral when absent. */
  mood?: number;
  label?: EmotionLabel;
  waitSeconds?: number;
  says: readonly (readonly [text: string, ...acts: Act[]])[];
}

export const madeReading = (turns: readonly MadeTurn[], channel: Conversation['channel'] = 'chat'): Reading => {
  const conversation = conversationOfExample(
    turns.map(({ from, says }) => ({
      role: from === 'customer' ? 'customer' : 'agent',
      author: from,
      text: says.map(([text]) => text).join(' '),
    })),
    channel,
  );
  const messages = conversation.messages.map((message, index): ReadMessage => {
    const turn = turns[index];
    const isCustomer = message.role === 'customer';
    return {
      index,
      message,
      sentences: sentencesOf(turn?.says ?? []),
      scorable: !isCustomer,
      emotion: isCustomer ? { messageId: message.id, valence: turn?.mood ?? 0, label: turn?.label ?? 'neutral' } : null,
      language: 'en',
      hostility: 0,
      waitSeconds: turn?.waitSeconds ?? null,
    };
  });
  const agents = [...new Set(messages.filter(({ scorable }) => scorable).map(({ message }) => authorKey(message)))];
  return { conversation, messages, earlier: [], agents };
};

const sentencesOf = (says: MadeTurn['says']): Sentence[] => {
  let start = 0;
  return says.map(([text, ...acts]) => {
    const sentence: Sentence = {
      start,
      end: start + text.length,
      text,
      words: text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [],
      acts: Object.fromEntries(acts.map((act) => [act, 0.9])),
    };
    start = sentence.end + 1;
    return sentence;
  });
};
