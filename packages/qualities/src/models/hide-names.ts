/**
 * Takes the names of people out of a text that somebody else is to read: of everybody known by name, of whoever is
 * greeted, and of whoever signs or names themselves. One word too many is hidden rather than one too few.
 *
 *     hideNamesIn('Hi Meg, this is Amara.', namesOf(['Amara'])).text; // 'Hi [name], this is [name].'
 */
import { wordFamilies } from './word-families.ts';

export const hiddenName = '[name]';

export interface NamelessText {
  text: string;
  /** Where a place of the original text now stands. */
  placeOf: (offset: number) => number;
}

/** @param names as `namesOf` gives them */
export function hideNamesIn(text: string, names: ReadonlySet<string>): NamelessText {
  const found = [...knownNames(text, names), ...saidNames(text)].sort((one, other) => one.start - other.start);
  const places: Place[] = [];
  for (const one of found) if (one.start >= (places.at(-1)?.end ?? 0)) places.push(one);
  let hidden = '';
  let from = 0;
  for (const { start, end } of places) {
    hidden += text.slice(from, start) + hiddenName;
    from = end;
  }
  return {
    text: hidden + text.slice(from),
    placeOf: (offset) => {
      let moved = offset;
      for (const { start, end } of places) {
        if (start >= offset) break;
        // Within a hidden name there is one place only: its end.
        moved += hiddenName.length - (end - start) + Math.max(0, end - offset);
      }
      return moved;
    },
  };
}

interface Place {
  start: number;
  end: number;
}

function knownNames(text: string, names: ReadonlySet<string>): Place[] {
  return [...text.matchAll(/\p{L}[\p{L}’']*/gu)].flatMap(({ 0: word, index }) => {
    const bare = word.replace(/['’]s?$/u, '');
    return names.has(bare.toLowerCase()) ? [{ start: index, end: index + bare.length }] : [];
  });
}

/** Where a name is to be expected whoever it is: after a greeting, after "my name is", below a close. */
const expected =
  /(?:\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r)\b\.?,?[ \t]+|\b[Mm]y name(?:[’']s| is)[ \t]+|\b(?:[Rr]egards|[Cc]heers|[Bb]est|[Ss]incerely|[Tt]hanks),?[ \t]*\n+[ \t]*)(\p{Lu}[\p{L}’'-]+(?:[ \t]+\p{Lu}[\p{L}’'-]+)?)/gu;

/** Greeted, and nobody in particular. */
const nobodys = new Set('sir madam there all everyone everybody team folks customer support'.split(' '));

function saidNames(text: string): Place[] {
  return [...text.matchAll(expected)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const start = index + whole.length - name.length;
    const first = /^[\p{L}’']+/u.exec(name)?.[0] ?? name;
    return wordFamilies.has(first.toLowerCase()) || nobodys.has(first.toLowerCase())
      ? []
      : [{ start, end: start + name.length }];
  });
}
