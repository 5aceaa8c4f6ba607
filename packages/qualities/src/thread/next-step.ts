/**
 * Forms of words that give the customer something to do or somewhere to go. They are recognised by shape as well as by
 * act, because short public replies ("DM us your order number") are little else, and calling them nothing would be wrong.
 */
import type { Spot } from './spot.ts';

const address = /https?:\/\/\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.\w{2,}|\[link\]/i;
const contact =
  /\b(?:dm|pm|direct message|private message|message|e-?mail|mail|write(?: to)?|call|ring|phone|contact|reach(?: out)?(?: to)?|chat with|speak (?:to|with)|get in touch with|visit|see|submit|fill (?:in|out)|open|raise|log|report (?:it|this)(?: to)?)\b[^.!?\n]{0,40}\b(?:us|our|the|a|an|your|this|my|support|team|ticket|request|form|report|link|page|here)\b/i;
const sendIn = /\b(?:please |kindly |could you |can you |just )?(?:send|share|provide|give|tell|let) (?:us|me)\b/i;

/** The reply names a place to go or something to send. A bare address may stand right behind the sentence. */
export const pointsOn = ({ read, sentence }: Spot): boolean => {
  const { text } = read.message;
  return (
    address.test(text.slice(sentence.start, Math.min(text.length, sentence.end + 16))) ||
    contact.test(sentence.text) ||
    sendIn.test(sentence.text)
  );
};
