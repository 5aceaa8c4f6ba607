/** An address that shows that the name was at hand and not used. */
export const nobodysName =
  /^(?:dear|hello|hi) (?:(?:valued |dear )?(?:customer|client|applicant|guest|user|member|taxpayer|parent|passenger|sir(?: (?:or|\/) ?madam)?|madam|all|there))\b/i;

/** First-person statements that only somebody's own life explains. */
export const aboutThemself =
  /\b(?:i am|i'm|im|i’m) (?:an? |in an? |on |from |deaf|blind|disabled|pregnant|retired|diabetic|\d{2}\b)|\bi (?:live|work|study|travel|commute|care for|run a)\b|\bmy (?:wife|husband|partner|son|daughter|kids?|children|mother|mum|mom|father|dad|grand\w+|dog|cat|boss|wedding|birthday|anniversary|exam|surgery|shift)\b/i;
