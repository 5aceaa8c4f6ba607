/** "Check it against me": ten single moments, the person's verdict before the machine's. */
import { z } from 'zod';
import { transcriptMessage } from './conversation-page.ts';
import { estimate } from './estimate.ts';
import { qualityId, scoreVerdict } from './quality.ts';
import { evidence } from './score.ts';

export const checkCard = z.object({
  id: z.string(),
  position: z.int(),
  quality: qualityId,
  question: z.string(),
  conversationId: z.string(),
  excerpt: z.array(transcriptMessage.pick({ id: true, role: true, author: true, text: true, at: true })),
  trigger: evidence.nullable(),
  answered: scoreVerdict.nullable().describe('The person’s verdict; null until given'),
  machine: z
    .object({ verdict: scoreVerdict, response: evidence.nullable(), why: z.string(), confidence: z.number() })
    .nullable()
    .describe('Hidden (null) until the person has answered'),
});
export type CheckCard = z.infer<typeof checkCard>;

export const checkDeck = z.object({
  id: z.string(),
  cards: z.array(checkCard),
  agreed: z.int(),
  answered: z.int(),
  agreement: estimate.describe('Share of answered moments where both agree, with its interval'),
  sentence: z.string(),
  discuss: z.array(z.string()).describe('Ids of up to two cards to discuss'),
});
export type CheckDeck = z.infer<typeof checkDeck>;
