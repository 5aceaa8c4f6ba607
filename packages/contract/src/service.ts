/** Which conversations are no service: proposed by the machine, kept, listed, unscored; a person may say otherwise. */
import { z } from 'zod';

export const notServiceKinds = [
  'newsletter',
  'bounce',
  'alert',
  'auto-mail',
  'invoice',
  'supplier',
  'staff',
  'spam',
] as const;
export const notServiceKind = z.enum(notServiceKinds);
export type NotServiceKind = z.infer<typeof notServiceKind>;

export const notServiceThread = z.object({
  conversationId: z.string(),
  subject: z.string(),
  from: z.string().describe('Who wrote first'),
  firstWords: z.string(),
  why: z.string().describe('One sentence'),
  saidByPerson: z.boolean(),
});
export type NotServiceThread = z.infer<typeof notServiceThread>;

export const notServiceGroup = z.object({
  kind: notServiceKind,
  conversations: z.int(),
  confirmed: z.int().describe('Of them, those of which a person has said so'),
  threads: z.array(notServiceThread).describe('The first five, or all when the kind is asked for, at most 200'),
});
export type NotServiceGroup = z.infer<typeof notServiceGroup>;
