/**
 * Whether words ask something that somebody could look up. What is no question is a trouble or a wish; those stand among
 * the reasons, and an article would not answer them.
 */
const greetings = '(?:hi|hello|hey|hiya|ok|okay|and|so|but|please|also|well|sorry|thanks|thank you|yes|no|right|then)';
const asks =
  "(?:how|what|whats|what's|when|whens|when's|where|wheres|where's|which|who|whose|why|can|could|do|does|did|is|are|am|was|will|would|should|may|might|shall|has|any chance)";
const opening = new RegExp(`^(?:${greetings}[\\s,.!]{1,3}){0,3}${asks}\\b`, 'i');

/** @example isQuestion('are there empty rooms yes or no') // true */
export const isQuestion = (text: string): boolean =>
  /[?？؟]/.test(text) || opening.test(text.trimStart().slice(0, 200));

/** In their order; what holds no letter is none. */
export const sentencesOf = (message: string): string[] =>
  (message.match(/[^.!?\n]{1,1000}[.!?]{0,9}/g) ?? []).map((part) => part.trim()).filter((part) => /\p{L}/u.test(part));
