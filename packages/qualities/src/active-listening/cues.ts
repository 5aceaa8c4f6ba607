/** Things agents ask for, and how it looks when a customer has already given them. */
export interface Sought {
  what: string;
  asks: RegExp;
  told: RegExp;
}

export const soughtFacts: readonly Sought[] = [
  {
    what: 'the order or reference number',
    asks: /\b(?:order|booking|reference|case|ticket|confirmation|account|customer|policy|delivery note|invoice|tracking|contract|membership) (?:number|no\b|id|code|reference)|\breference\?/i,
    told: /\b(?:order|booking|ref(?:erence)?|case|ticket|confirmation|account|customer|policy|note|invoice|tracking|contract|member(?:ship)?)\b[^.!?\n]{0,24}?[#(]?\b(?=[\w-]*\d{3})[\w-]{4,}/i,
  },
  {
    what: 'a photo',
    asks: /\b(?:photos?|pictures?|images?|screenshots?|video|pics?)\b/i,
    told: /\b(?:attach\w*|enclos\w*|sent|here(?:'s| is| are)|with|added|upload\w*)\b[^.!?\n]{0,30}\b(?:photos?|pictures?|images?|screenshots?|video|pics?)\b|\b(?:photos?|pictures?|images?|screenshots?|video|pics?)\b[^.!?\n]{0,20}\b(?:attached|enclosed|uploaded|above)\b/i,
  },
  {
    what: 'an e-mail address',
    asks: /\be-?mail(?: address)?\b/i,
    told: /[\w.+-]+@[\w-]+\.\w+/,
  },
  {
    what: 'the postcode',
    asks: /\b(?:post ?code|zip(?: code)?)\b/i,
    told: /\b(?:post ?code|zip)\b[^.!?\n]{0,12}\d|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b/,
  },
  {
    what: 'the date of birth',
    asks: /\b(?:date of birth|birth ?date|dob)\b/i,
    told: /\b(?:born|date of birth|dob)\b[^.!?\n]{0,12}\d/i,
  },
];

/** The customer says in so many words that it was told, asked or done already. */
export const alreadyTold =
  /\b(?:i|we)(?:'ve| have)?(?: just| already| literally)* (?:already|just) (?:told|said|sent|gave|given|did|done|tried|wrote|explained|answered|provided)\b|\b(?:as|like) i(?:'ve| have)? (?:already |just )?(?:said|told|wrote|mentioned|explained)\b|\b(?:did you|have you|are you|do you)(?: even)? (?:read|reading|listen\w*)\b|\bread (?:my|what i|the (?:first|message|chat))\b|\b(?:it's|its|it is|that's) (?:literally )?(?:in|at the top of|above|on) (?:my|the) (?:first|last|message|e-?mail|chat|form|photo)\b|\bsecond time i\b|\bfor the (?:second|third|fourth|fifth|\d+(?:nd|rd|th)) time\b|\bthat(?:'s| is)(?: not|n't) what i asked\b|\b(?:still )?(?:haven't|didn't|not|never) (?:answered|answer)(?:ed)? (?:me|my|the)\b|\bi asked (?:you )?(?:if|whether|about|when|how|what|twice)\b/i;
