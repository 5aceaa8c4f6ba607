/**
 * Does a customer's thanks name something that was done? "Thanks!" is manners; "thank you for staying on the line" is
 * worth showing to the person who stayed. Looked at only in sentences already read as thanks.
 *
 * Wrongly leaving one out costs little; wrongly showing a bitter "thanks for nothing" to a person costs much, so doubt
 * leaves it out.
 */
export function namesADeed(sentence: string): boolean {
  const words = sentence.match(/[\p{L}\p{N}’']+/gu) ?? [];
  if (words.length < 5 || words.length > 60) return false;
  if (bitterOrEarly.test(sentence) || harm.test(sentence) || sentence.trimEnd().endsWith('?')) return false;
  return deed.test(sentence) && !rote.test(sentence);
}

/** Sarcasm, conditions, thanks for what has not been done yet, and thanks that take themselves back. */
const bitterOrEarly =
  /\b(?:for nothing|no thanks|thanks to (?:you|your)|in advance|if you (?:could|can|would|will)|though|however|but (?:still|i|the|it|no|you)|not helpful|useless|at last|finally|about time|so late|would have|should have|still (?:not|waiting|no))\b/i;

/** A deed nobody thanks for in earnest. */
const harm =
  /\bfor (?:\p{L}+ ){0,2}?(?:losing|lost|ignoring|wasting|breaking|forgetting|ruining|delaying|refusing|lying|misleading|blaming|hanging up|cancelling|canceling|overcharging|messing|screwing)\b|\b(?:the|a) wrong\b|\bmaking (?:me|us|my \p{L}+|our \p{L}+) (?:wait|cry|angry|feel (?:stupid|small|worse)|look|late|miss|pay)\b/iu;

/** What the person did, was or gave: after "for", after "you", or as praise. */
const deed =
  /\b(?:for (?:\p{L}+ ){0,2}?\p{L}{3,}(?:ing|ed)\b|for (?:the|your|such|being|not|even|all|making|a|an) \p{L}+|you(?:[’']ve| have| all)? (?:(?:really|actually|even|just|both) )?(?:explained|saved|made|helped|fixed|listened|took|kept|stayed|found|sorted|solved|understood|answered|remembered|thought|went|were|are|did|got|gave|called|told|showed|walked|talked|looked|asked|cared|wrote)|(?:made|saved) (?:my|our|his|her|the) \p{L}+|so (?:kind|patient|quick|fast|helpful|clear|nice|thoughtful|gentle|honest)|weight (?:gone|off|lifted)|(?:best|kindest|nicest|clearest|first) (?:\p{L}+ )?(?:service|answer|person|reply|help|explanation)|means? (?:a lot|so much|the world))/iu;

/** The same words under every letter: nothing that somebody did. */
const rote =
  /\bfor (?:your|the) (?:time|reply|response|message|e-?mail|mail|answer|understanding|attention|info|information|update|help|support|assistance|service|call)\W*$/i;
