/**
 * Sentences of a reply that put a rule between the customer and what they want: "returns are only possible within 30
 * days", "our policy does not allow …". Looked for only in replies that refuse or apologise; everywhere else a rule is
 * information.
 *
 * @example findRules('I am sorry. Our policy only allows returns within 30 days.', { refused: true })[0]?.quote
 *   // 'Our policy only allows returns within 30 days.'
 */
export interface RuleSentence {
  /** UTF-16 units into the text. */
  start: number;
  end: number;
  quote: string;
}

/** Longer ones are pasted terms, not a sentence somebody said. */
const longestQuote = 400;

/** @param refused the reply says no, so a plain "we cannot …" is part of the rule too */
export function findRules(text: string, { refused }: { refused: boolean }): RuleSentence[] {
  return sentencesOf(text).filter(({ quote }) => quote.length <= longestQuote && namesRule(quote, refused));
}

function namesRule(sentence: string, refused: boolean): boolean {
  if (notARule.test(sentence)) return false;
  return namesPolicy.test(sentence) || limits.test(sentence) || (refused && forbids.test(sentence));
}

/** The rule is called by its name. */
const namesPolicy =
  /\b(?:polic(?:y|ies)|terms (?:and|&) conditions|terms of (?:service|use|sale)|regulations?|guidelines?|as per (?:our|the)|according to (?:our|the) (?:rules?|terms)|company rules?|(?:our|the) rules? (?:is|are|says?|does|do|don[’']t)|against (?:our|the) rules?)\b/i;

/** A limit that nobody can go round: a last day, a smallest amount, a kind that is left out. */
const limits =
  /\b(?:non-?(?:refundable|transferable|returnable|exchangeable)|not (?:eligible|entitled|refundable|transferable|returnable|covered (?:by|under)|included in)|only (?:valid|possible|available|allowed|accepted|eligible|refundable|offered?|allows?|accepts?|refunds?)|(?:only|must be|has to be|have to be)\b[^.!?]{0,40}\bwithin\b|within (?:\d+|seven|ten|fourteen|thirty|sixty|ninety) (?:calendar |working |business )?(?:days?|hours?|weeks?|months?) (?:of|from|after)|(?:past|outside|beyond|after) (?:the|our|your) (?:\w+ ){0,2}(?:window|period|deadline|limit|return date|warranty)|(?:window|period|warranty|deadline)(?: of [\w-]+ [\w-]+)? (?:has |is )?(?:closed|ended|expired|passed|ran out)|minimum (?:order|stay|spend|term|contract|purchase)|cancellation fee|restocking fee|final sale)\b/i;

const forbids =
  /\b(?:can[’']?not|can[’']t|unable to|not able to|aren[’']t able to|not (?:possible|allowed|permitted|offered)|won[’']t (?:be able to|be possible)|do(?:es)?(?: not|n[’']t) (?:let|allow|permit|offer|cover|accept|refund|exchange)|no (?:refunds?|exchanges?|returns?|exceptions?)|(?:is|are) excluded|out of (?:the )?(?:[\w-]+ )?(?:warranty|guarantee))\b/i;

/** Thanks for a rule kept, or a rule bent, costs nobody. */
const notARule =
  /\b(?:exception|waived?|no longer|don[’']t worry|privacy policy (?:is|can be found)|insurance policy number|policy (?:number|holder)|not (?:a|our|my) policy)\b/i;

function sentencesOf(text: string): RuleSentence[] {
  const found: RuleSentence[] = [];
  for (const { 0: piece, index } of text.matchAll(/[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]*/g)) {
    const quote = piece.trim();
    const start = index + piece.indexOf(quote);
    if (quote.length > 0) found.push({ start, end: start + quote.length, quote });
  }
  return found;
}
