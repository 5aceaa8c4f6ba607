/** Lines that a reply shows but its author did not write to the customer: pasted dialogues, slogans below the name. */
import type { Range } from './own-lines.ts';

const customerLabels = 'customer|client|caller|visitor|guest|user|shopper|buyer|member|human';
const agentLabels = 'agent|advis[eo]r|representative|rep|assistant|operator|support|me|you';
const literally = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * "Customer: thank you, you were wonderful": a dialogue inside a message, from its first line on. `names` are those of
 * the conversation's customers. A form ("Customer: Ann Lee") is short and stays.
 */
export const findPastedTranscript = (plain: string, names: readonly string[]): Range[] => {
  const maySpeak = plain.includes(':') && (fixedLabel.test(plain) || maySpeakAs(plain, names));
  if (!maySpeak && !mayPraise.test(plain)) return [];
  const { speaks, isCustomers, testimonial } = formsFor(names);
  const lines = maySpeak ? [...plain.matchAll(speaks)] : [];
  const words = lines.reduce((sum, { 0: line }) => sum + wordsAfterLabel(line), 0);
  const isDialogue = lines.length > 1 && words >= 6;
  const first = lines.findIndex(({ 0: line }) => isCustomers.test(line) && (isDialogue || wordsAfterLabel(line) >= 4));
  if (first < 0) return findTestimonial(plain, testimonial);
  return lines.slice(isDialogue ? 0 : first).map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
};

const mayPraise = /["”] ?[-–—]/;
const afterLabel =
  '(?: ?#?\\d{1,3})?(?: (?:says|said|wrote|writes|replied|replies|answered))?[\\])*]{0,3}[ \\t]*(?:\\([^)\\n]{1,20}\\))?[ \\t]*:';
const fixedLabel = new RegExp(`(?:${customerLabels}|${agentLabels})${afterLabel}`, 'i');
const goesOnAsLabel = new RegExp(afterLabel, 'iy');

/** Whether a customer's name stands anywhere as "Ann:" does; forms made for the names are looked for only then. */
const maySpeakAs = (plain: string, names: readonly string[]): boolean => {
  const lower = plain.toLowerCase();
  return names.some((full) => {
    // Letters that change their length or have several small forms are left to the forms themselves.
    if (lower.length !== plain.length || !/^[\x20-\x7e]*$/.test(full)) return true;
    return calledBy(full).some((name) => {
      const called = name.toLowerCase();
      if (called === '') return true;
      for (let at = lower.indexOf(called); at >= 0; at = lower.indexOf(called, at + 1)) {
        goesOnAsLabel.lastIndex = at + called.length;
        if (goesOnAsLabel.test(plain)) return true;
      }
      return false;
    });
  });
};

/** The whole name and the first; a single letter is nobody's. */
const calledBy = (full: string): string[] => (full.length > 1 ? [full, full.split(/\s+/)[0] ?? full] : []);

interface Forms {
  names: string;
  customers: string;
  speaks: RegExp;
  isCustomers: RegExp;
  testimonial: RegExp;
}

/** Made anew only when the customers' names change: making a regex takes longer than looking for it. */
let forms: Forms | null = null;

const formsFor = (names: readonly string[]): Forms => {
  const joined = names.join('\n');
  if (forms?.names === joined) return forms;
  const called = names.flatMap(calledBy);
  const customers = [customerLabels, ...called.map(literally)].join('|');
  const speaks = new RegExp(
    `(?:^|\\n|(?<=[.!?…"”)\\]])\\s+)[ \\t]*[\\[(*>"“-]{0,3}[ \\t]*(?:(?:${customers})|(?:${agentLabels}))${afterLabel}[ \\t]*[^\\n]*`,
    'gi',
  );
  const isCustomers = new RegExp(`^\\W*(?:${customers})\\b`, 'i');
  const testimonial = new RegExp(
    `["“][^"“”\\n]{8,300}["”] ?[-–—]+ ?(?:a |an |our |the )?(?:\\w+ )?(?:${customers})\\b`,
    'i',
  );
  forms = { names: joined, customers, speaks, isCustomers, testimonial };
  return forms;
};

/** "“You were so kind!” – Ann" */
const findTestimonial = (plain: string, form: RegExp): Range[] => {
  const found = form.exec(plain);
  return found ? [{ start: found.index, end: found.index + found[0].length }] : [];
};

/** Comments of Markdown, which no page shows, and words struck out. */
export const findUnseenNotes = (plain: string): Range[] =>
  /\]:|~~/.test(plain)
    ? [
        ...plain.matchAll(/\[[^\]\n]{1,20}\]: ?(?:#|<>) ?[("'][^\n]*?[)"']|(?<=^|\s)~~(?=\S)[^~\n]{1,300}(?<=\S)~~/g),
      ].map(({ 0: note, index }) => ({
        start: index,
        end: index + note.length,
      }))
    : [];

/** "[quote]…[/quote]", as forums write it. */
export const findPastedQuotes = (plain: string): Range[] =>
  plain.includes('[/')
    ? [...plain.matchAll(/\[quote\b[^\]\n]{0,80}\][\s\S]*?\[\/quote\]/gi)].map(({ 0: quote, index }) => ({
        start: index,
        end: index + quote.length,
      }))
    : [];

const wordsAfterLabel = (line: string): number => line.slice(line.indexOf(':')).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const closing =
  /^\W*(?:(?:kind|best|warm|warmest|many|with (?:kind|best|warm)) (?:regards|wishes|thanks)|regards|best|sincerely|warmly|cordially|respectfully|yours(?: (?:sincerely|faithfully|truly))?|cheers|thanks|thank you|all the best|take care|have a (?:\w+ )?(?:day|evening|weekend|one))\W*$/i;
const name = /^\W*\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|van|von|bin|al|el)){0,3}\W*$/u;
const nameAndMotto = /^\W*\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3} ?[|•·–—-] (?<motto>.+)$/u;
const goesOn =
  /^\W*(?:p\.? ?s\b|edit\b|update\b|also\b|one more\b|oh\b|and\b|by the way\b|just\b|forgot\b|sorry\b|please\b|if\b|\d+[.)])|\?\s*$/i;
/** More than a block of titles, addresses and slogans is no signature. */
const mostLines = 8;

/** What stands below "Kind regards, Ben": titles, numbers, slogans. A postscript or a question there is the author's own. */
export const findSignature = (plain: string, author: string): Range[] => {
  if (!plain.includes('\n')) return [];
  const lines = linesOf(plain);
  const own = [author, author.split(' ')[0]].filter((one) => one);
  for (let at = 1; at < lines.length; at += 1) {
    let below = at;
    if (!own.includes(lines[at]?.text.replace(/\W+$/, ''))) {
      if (!closing.test(lines[at]?.text ?? '')) continue;
      below = at + 1;
      while (below < lines.length && (lines[below]?.text ?? '') === '') below += 1;
      const motto = nameAndMotto.exec(lines[below]?.text ?? '')?.groups?.motto;
      const line = lines[below];
      if (motto && line) return [{ start: line.end - motto.length - 2, end: line.end }];
      if (!name.test(line?.text ?? '')) continue;
    }
    const rest = lines.slice(below + 1).filter(({ text }) => text !== '');
    const [first, last] = [rest[0], rest.at(-1)];
    if (first && last && rest.length <= mostLines && !rest.some(({ text }) => goesOn.test(text)))
      return [{ start: first.start, end: last.end }];
  }
  return [];
};

const linesOf = (plain: string): (Range & { text: string })[] => {
  const lines: (Range & { text: string })[] = [];
  let start = 0;
  for (const raw of plain.split('\n')) {
    lines.push({ start, end: start + raw.length, text: raw.trim() });
    start += raw.length + 1;
  }
  return lines;
};
