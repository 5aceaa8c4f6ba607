/** What public social posts carry besides words: agents' initials, thread numbers, trailing links. */

/** "^JB", "-Kim ^KB", "*SM", "/Ann", "1/2" and links at the end of a post name nobody's act. */
const tail = /(?:\s+(?:\^[A-Za-z]{1,12}|\*[A-Z]{2,3}|\/[A-Z][a-z]{0,10}|\(?\d\/\d\)?|https?:\/\/\S+))+\s*$/;

/** Where the words end; the same `end` where nothing of the kind stands there. */
export const trimSocialTail = (text: string, start: number, end: number): number => {
  const from = Math.max(start, end - 120);
  const found = tail.exec(text.slice(from, end));
  if (!found) return end;
  const cut = from + found.index;
  return cut > start ? cut : end;
};
