/** Words by which a fault is owned, passed on, or a no is given its reason. */

/** "That's on us", "we should have", "my mistake": the fault is said to be the speaker's or the company's. */
export const admitsFault =
  /\b(?:(?:that|this|it)(?:'s| is| was|s)?(?: entirely| all| squarely| really)? (?:on|down to) (?:us|me)|(?:my|our) (?:own )?(?:mistake|fault|error|bad|slip|oversight|mix-?up|doing|failure|shame)|(?:we|i) (?:should(?:n't|nt| not| never)?(?: have|'ve)?|shouldn't have|could have|ought to have) (?:\w+ )?(?:told|asked|called|said|written|checked|caught|seen|had|been|let|sent|done|given|noticed|warned|made|put|read|kept|looked|spotted|offered|explained|taken|stopped|answered|come|gone|charged|flagged|rung|listened)|(?:we|i)(?:'ve| have)? (?:got (?:it|this|that) wrong|messed up|dropped the ball|let you down|failed(?: you)?|made (?:a|the|an) (?:\w+ )?(?:mistake|error)|misread|mixed up|forgot|overlooked|missed (?:it|that|this|your)|(?:was|were) wrong|sent (?:you )?the wrong|did(?:n't| not) (?:keep|do|tell|call|ring|read|send|check|listen|answer))|you(?:'re| are) (?:quite |absolutely |completely |totally |so )?right|you were (?:right|given|told|sent) (?:the )?wrong|(?:should(?:n't| not| never)) have (?:happened|been|had)|no excuses?|i was (?:too |a bit )?(?:sharp|short|wrong|careless|rude|quick))\b/i;

/** An apology that hands the fault back: kinder is to leave out the "if" and the "but". */
export const blamingApology =
  /\b(?:sorry|apologi[sz]e|apologies|regret)\b.{0,12}\b(?:if (?:you|we|this|that)|that you (?:feel|felt|think|believe|misunderstood|are (?:upset|unhappy)|didn't|did not)|you feel)\b|\b(?:sorry|apologi[sz]e)\b[^.!?]{0,60}\bbut (?:you|the customer|it (?:was|is) your|as stated|our (?:terms|policy))\b/i;

/** A no is easier to bear with its reason. */
export const givesReason =
  /\b(?:because|since|as (?:the|it|your|our|we|they|this|that)|so that|the reason|due to|that's why|which is why|for (?:safety|security|privacy|legal) reasons|data protection|by law|otherwise|covers?|applies|the law|only (?:covers?|applies|for))\b/i;

/** What is not there, not open or not understood is a fact, not a no. */
export const mereUnavailability =
  /\b(?:not|no longer|un)[ -]?(?:\w+ )?available\b|\bsold out\b|\bout of stock\b|\bunavailable\b|\b(?:failed|didn't (?:work|go through)|did not (?:work|go through))\b|\b(?:do not|don't|didn't|did not|can't|cannot) (?:quite |really |fully )?(?:understand|find|see|hear|read|open|reach)\b/i;

/** Regret in any wording; with it a no is not a flat one. */
export const regrets = /\b(?:sorry|apologi[sz]e|apologies|afraid|regret|unfortunately|sadly|i wish (?:i|we) could)\b/i;
