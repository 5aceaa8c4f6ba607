/** Asking after the person's safety or health first is the strongest acknowledgement there is. */
export const asksAfterSafety =
  /\b(?:are you|is (?:she|he|everyone|everybody|anyone|anybody)|is the \w+)(?: \w+)? (?:safe|ok|okay|all right|alright|hurt|unhurt|injured|warm|breathing)\b.*\?/i;
