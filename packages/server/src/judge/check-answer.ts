/**
 * The door that every answer of a judge passes. Whatever the model was told by the words it read, what comes through here is
 * a verdict from a closed list and one plain sentence, on quotes that truly are the right author's words. One quote that is
 * not, and the whole answer is thrown away: a judge that invents once is not believed about the rest.
 */
import { scoreVerdicts } from '@rapport/contract';
import { z } from 'zod';
import { JudgeTrouble } from './judge-trouble.ts';
import type { ShownConversation, ShownMessage, Speaker } from './shown-conversation.ts';
import type { Subject } from './subject.ts';

/** As it travels: plain types only, because providers' schema dialects differ in what limits they know. */
export const answerForm = z.object({
  moments: z.array(
    z.object({
      triggerMessage: z.number().nullable(),
      trigger: z.string().nullable(),
      responseMessage: z.number().nullable(),
      response: z.string().nullable(),
      verdict: z.enum(scoreVerdicts),
      why: z.string(),
    }),
  ),
});

/** A quote by the position of its message in the transcript. */
export const placedQuote = z.object({
  position: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
});
export type PlacedQuote = z.infer<typeof placedQuote>;

export const placedMoment = z.object({
  trigger: placedQuote.nullable(),
  response: placedQuote.nullable(),
  verdict: z.enum(scoreVerdicts),
  why: z.string(),
});
export type PlacedMoment = z.infer<typeof placedMoment>;

const mostMoments = 12;
const longestQuote = 600;
const longestWhy = 240;

/**
 * @param textOf stored text by position
 * @throws JudgeTrouble when anything in it is not as it must be
 */
export function checkAnswer(
  answer: unknown,
  shown: ShownConversation,
  { needsNoTrigger }: Pick<Subject, 'needsNoTrigger'>,
  textOf: (position: number) => string,
): PlacedMoment[] {
  const parsed = answerForm.safeParse(answer);
  if (!parsed.success || parsed.data.moments.length > mostMoments) throw new JudgeTrouble('wrong-shape');
  const moments = parsed.data.moments.map((one): PlacedMoment => {
    const trigger = place(one.triggerMessage, one.trigger, 'CUSTOMER', shown, textOf);
    const response = place(one.responseMessage, one.response, 'AGENT', shown, textOf);
    const why = plainSentence(one.why);
    if (why === '') throw new JudgeTrouble('wrong-shape');
    return { trigger, response, verdict: one.verdict, why };
  });
  if (moments.some((one) => !holdsTogether(one, needsNoTrigger))) {
    throw new JudgeTrouble('contradiction');
  }
  const idle = moments.filter(({ verdict }) => verdict === 'no-opportunity').length;
  if (moments.length === 0 || (idle > 0 && moments.length > 1)) throw new JudgeTrouble('contradiction');
  return moments;
}

function holdsTogether({ trigger, response, verdict }: PlacedMoment, needsNoTrigger: boolean): boolean {
  if (verdict === 'no-opportunity') return trigger === null && response === null;
  if (trigger === null && (!needsNoTrigger || response === null)) return false;
  if (response === null) return verdict === 'missed';
  return trigger === null || response.position > trigger.position;
}

function place(
  number: number | null,
  quote: string | null,
  speaker: Speaker,
  shown: ShownConversation,
  textOf: (position: number) => string,
): PlacedQuote | null {
  if (number === null && quote === null) return null;
  if (number === null || quote === null || quote.length > longestQuote) throw new JudgeTrouble('wrong-shape');
  const message = shown.messages.find(({ position }) => position === number - 1);
  // A single letter or half a character is in every text and proves nothing.
  if (message === undefined || !/[\p{L}\p{N}]{2}/u.test(quote) || /\p{Cs}/u.test(quote)) {
    throw new JudgeTrouble('forged-quote');
  }
  const found = locate(message, quote, textOf(message.position));
  if (found === null) throw new JudgeTrouble('forged-quote');
  if (message.speaker !== speaker) throw new JudgeTrouble('wrong-author');
  return found;
}

/** Where markup or a hidden character stands inside, the place of a quote is its whole sentence as stored. */
function locate({ position, pieces }: ShownMessage, quote: string, text: string): PlacedQuote | null {
  for (const { start, end, shown, isExact } of pieces) {
    const at = shown.indexOf(quote);
    if (at < 0) continue;
    const from = isExact ? start + at : start;
    const to = isExact ? from + quote.length : end;
    return { position, start: from, end: to, quote: text.slice(from, to) };
  }
  return null;
}

/** One line without control, direction or half characters, cut by whole characters. */
function plainSentence(text: string): string {
  const plain = text.replaceAll(/\s+/gu, ' ').replaceAll(/\p{C}/gu, '').trim();
  return plain.length <= longestWhy ? plain : `${[...plain.slice(0, longestWhy)].slice(0, -1).join('')}…`;
}
