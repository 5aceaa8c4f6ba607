/** Who is who: every author of the imported messages, with a guessed role and why. */
import { z } from 'zod';
import { authorRole } from './conversation.ts';

export const authorHints = [
  'same-text',
  'instant-replies',
  'round-the-clock',
  'shared-name',
  'said-by-file',
  'guessed-first-author',
  'said-by-person',
] as const;

export const author = z.object({
  id: z.string(),
  source: z.string(),
  name: z
    .string()
    .describe('As in the source; agents are shown under an alias until the agents’ rights form is filled'),
  messages: z.int(),
  conversations: z.int(),
  role: authorRole,
  roleGuessed: z.boolean(),
  proposedRole: authorRole.nullable().describe('What Rapport proposes instead, or null when it agrees'),
  hints: z.array(z.enum(authorHints)),
  why: z.string().describe('One sentence on the role and the proposal'),
});
export type Author = z.infer<typeof author>;
