/**
 * What a group of sentences is called: each word in the form that is mostly said, in the order in which they mostly stand.
 * Words that mostly stand side by side read as one thing ("Debit card"), others as two ("Parcel, missing").
 *
 * @example nameGroup(['card', 'debit'], [wordsOfReason('I lost my debit card')]) // 'Debit card'
 */
import type { ReasonWord } from './words-of-reason.ts';

export function nameGroup(stems: readonly string[], sentences: readonly (readonly ReasonWord[])[]): string {
  const words = stems
    .map((stem) => ({ said: mostSaid(stem, sentences), place: placeOf(stem, sentences) }))
    .sort((a, b) => a.place - b.place);
  const name = words.map(({ said }) => said).join(areNeighbours(stems, sentences) ? ' ' : ', ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function mostSaid(stem: string, sentences: readonly (readonly ReasonWord[])[]): string {
  const forms = new Map<string, number>();
  for (const words of sentences) {
    for (const one of words) if (one.stem === stem) forms.set(one.said, (forms.get(one.said) ?? 0) + 1);
  }
  const [most] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] ?? stem;
}

/** Mean place among the words of the sentences that hold it. */
function placeOf(stem: string, sentences: readonly (readonly ReasonWord[])[]): number {
  const places = sentences.flatMap((words) => {
    const place = words.findIndex((one) => one.stem === stem);
    return place < 0 ? [] : [place];
  });
  return places.length === 0 ? 0 : places.reduce((sum, place) => sum + place, 0) / places.length;
}

/** In more than half of the sentences that hold both, one stands right behind the other, small words aside. */
function areNeighbours(stems: readonly string[], sentences: readonly (readonly ReasonWord[])[]): boolean {
  const [one, other] = stems;
  let [both, beside] = [0, 0];
  for (const words of sentences) {
    const [first, second] = [
      words.findIndex(({ stem }) => stem === one),
      words.findIndex(({ stem }) => stem === other),
    ];
    if (first < 0 || second < 0) continue;
    both += 1;
    beside += Number(Math.abs(first - second) === 1);
  }
  return stems.length === 2 && 2 * beside > both;
}
