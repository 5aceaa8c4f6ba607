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

/** As it stands behind the @ of an address. */
export const ownDomainName = z
  .string()
  .max(253)
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/, 'a domain, such as shop.example');

export const ownDomain = z.object({
  domain: ownDomainName,
  isOwn: z.boolean().describe('Taken for the team’s own'),
  saidByPerson: z.boolean(),
});
export type OwnDomain = z.infer<typeof ownDomain>;

export const author = z.object({
  id: z.string(),
  source: z.string(),
  name: z
    .string()
    .describe('As in the source; agents are shown under an alias until the agents’ rights form is filled'),
  names: z
    .array(z.object({ id: z.string(), name: z.string(), source: z.string(), messages: z.int() }))
    .describe('Other names of the same person, as somebody said; what was written under them counts here'),
  messages: z.int(),
  conversations: z.int(),
  role: authorRole,
  roleGuessed: z.boolean(),
  proposedRole: authorRole.nullable().describe('What Rapport proposes instead, or null when it agrees'),
  hints: z.array(z.enum(authorHints)),
  why: z.string().describe('One sentence on the role and the proposal'),
});
export type Author = z.infer<typeof author>;
