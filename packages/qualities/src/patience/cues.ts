/** Reminders that it was said before: kinder is to say it again, in other words and without the reminder. */
export const asAlreadySaid =
  /\b(?:as|like) (?:i(?:'ve| have)?|we(?:'ve| have)?|already|previously|stated|mentioned|explained)(?: \w+){0,2} ?(?:said|stated|mentioned|explained|told|written|wrote|above|before|earlier)\b|\bas (?:mentioned|stated|explained|advised|i said|per my)\b|\b(?:i|we)(?:'ve| have)? already (?:told|said|explained|answered|mentioned|written)\b|\bi(?:'ve| have)? (?:just )?(?:told you|said (?:so|that|it) (?:already|twice))\b|\bplease read (?:my|our|the|what)\b/i;
