/** An agent's proposal out of a conversation: it has an owner, a state and an answer in words. */
import { z } from 'zod';
import { evidence } from './score.ts';

export const suggestionKinds = ['article', 'macro', 'rule'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];
export const suggestionStates = ['open', 'accepted', 'declined', 'done'] as const;
export type SuggestionState = (typeof suggestionStates)[number];

export const suggestion = z.object({
  id: z.string(),
  kind: z.enum(suggestionKinds),
  title: z.string(),
  words: z.string().describe('What is proposed and why'),
  quote: evidence
    .extend({ conversationId: z.string(), author: z.string() })
    .nullable()
    .describe('The words it rests on; null where the caller may not read that conversation, or it is gone'),
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  isOwn: z.boolean(),
  owner: z.string().nullable().describe('Who sees to it; null until a lead has said'),
  ownerId: z.string().nullable().describe('Id of that person; null also where a name was once typed'),
  state: z.enum(suggestionStates),
  answer: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
});
export type Suggestion = z.infer<typeof suggestion>;
