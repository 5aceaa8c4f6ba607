/** Who signed: the name under "Kind regards", or initials such as "^MK", in what the author wrote above any quote. */
const closing =
  /^(?:(?:with )?(?:(?:kind|best|warm|warmest|kindest|many)\s+)?(?:regards|wishes|thanks)|best|all the best|cheers|sincerely|yours(?: sincerely| truly| faithfully)?|take care|many thanks|thank you|thanks(?: again| a lot)?|cordially|respectfully|mit (?:freundlichen|besten|herzlichen) gr(?:ü|ue)(?:ß|ss)en|(?:viele|liebe|beste|herzliche|freundliche|sch(?:ö|oe)ne) gr(?:ü|ue)(?:ß|ss)e|gr(?:ü|ue)(?:ß|ss)e|mfg|vg|lg|(?:bien )?cordialement|bien à vous|sincères salutations|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|cordiali saluti|met vriendelijke groet(?:en)?|atenciosamente|med vänliga hälsningar)(?:\s+from)?\b[\s,!.:–—-]*/i;
const quoteStart =
  /^(?:>|-{2,}\s*(?:original|forwarded|ursprüngliche|weitergeleitete|message|mensaje)|(?:on|am|le|el|il|op|den)\b.{4,200}(?:wrote|schrieb|écrit|escribió|scritto|schreef|skrev)|\*?(?:from|von|de|da|van)\s?:)/i;
const notAPerson =
  /\b(?:team|support|service|desk|care|department|dept|group|office|staff|company|inc|ltd|gmbh|help|customer|sales|billing|admin|kundenservice|abteilung|équipe|equipo|regards|thanks)\b/i;
const personName =
  /^\p{Lu}[\p{L}'’-]{0,24}\.?(?:\s(?:\p{Lu}[\p{L}'’-]{0,24}\.?|van|von|de|der|da|di|la|el|bin)){0,3}$/u;

export interface SignOff {
  name: string;
  kind: 'name' | 'initials';
}

/** Null where nobody signed, or where a team did. Looks at the last forty lines of the author's own text. */
export function findSignOff(text: string): SignOff | null {
  const lines = ownLines(text);
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - 40); at -= 1) {
    const line = lines[at] ?? '';
    const found = closing.exec(line) ?? closing.exec(lastClause(line));
    if (!found) continue;
    const behind = (found.input.slice(found[0].length) || (lines[at + 1] ?? '')).trim();
    const name = asName(behind.split(/\s*[|,•·(]|\s+[-–—]\s+/)[0] ?? '');
    if (name) return { name, kind: 'name' };
  }
  for (const line of lines.slice(-3).toReversed()) {
    const initials = /(?:^|\s)\^\s?([\p{Lu}]{1,4}|\p{Lu}\p{Ll}{1,14})\s*$/u.exec(line);
    if (initials?.[1]) return { name: initials[1], kind: 'initials' };
    const dashed = asName(/^[-–—~]\s?(.{2,40})$/.exec(line)?.[1] ?? '');
    if (dashed) return { name: dashed, kind: 'name' };
  }
  return null;
}

/** True for a display name of a person, not of a mailbox. */
export const isPersonName = (name: string): boolean => asName(name) !== null && !/@/.test(name);

function asName(raw: string): string | null {
  const name = raw.replace(/[\s,.!*_]+$/, '').replace(/^[\s*_"']+/, '');
  return name.length <= 60 && personName.test(name) && !notAPerson.test(name) ? name : null;
}

const lastClause = (line: string): string =>
  (line.length > 400 ? line.slice(-120) : line).split(/[.!?]\s+/).at(-1) ?? '';

function ownLines(text: string): string[] {
  const own: string[] = [];
  for (const raw of text.slice(0, 100_000).split('\n')) {
    const line = raw.slice(0, 500).trim();
    if (quoteStart.test(line)) break;
    if (/^--\s?$/.test(raw.slice(0, 4)) && own.length > 0) break;
    if (line !== '') own.push(line);
  }
  return own;
}
