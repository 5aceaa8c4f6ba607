/** Circumstances of a sentence that cues may ask for: its place, its form, and what the turn before did. */

const names = [
  'first', // first sentence of its message
  'last', // last sentence of its message
  'only', // the only sentence of its message
  'opening', // first message of this side in the conversation
  'question', // carries a question mark
  'statement', // carries none
  'bang', // carries an exclamation mark
  'shout', // mostly capitals
  'tiny', // one or two words
  'short', // up to four words
  'brief', // up to eight words
  'long', // twenty words or more
  'number', // holds a number
  'command', // begins with a verb in its plain form
  'asked', // the other side's last message asks something
  'checked', // the other side's last message asks whether it works now
  'solved', // the other side's last message offers a fix or steps
  'instructed', // the other side's last message gives steps
  'troubled', // the customer's last message states a problem or complains
  'thanked', // the other side's last message thanks
  'again', // most of its words were said before by the same side
  'echo', // most of its words come from the other side's last messages
  'explained', // the other side's last message informs
  'refused', // the other side's last message says no
  'waited', // the same side also wrote the message before
  'promised', // an earlier message of the other side promised something
  'lower', // begins in lower case
  'name', // short and ends in a capitalised word, as sign-offs do
  'offered', // the other side's last message offers more help
  'money', // names an amount of money
] as const;

export type Circumstance = (typeof names)[number];

export const circumstanceNames: readonly Circumstance[] = names;

/** One bit each, so that a cue tests all of its needs at once. */
export const circumstanceBits: Readonly<Record<string, number>> = Object.fromEntries(
  names.map((name, index) => [name, 1 << index]),
);

export const bit = (name: Circumstance): number => 1 << names.indexOf(name);
