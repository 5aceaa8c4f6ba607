/**
 * What tricks, names and dialects do to the scores, and how hard cases are judged.
 *
 *     npx tsx bench/pairs.ts            tables
 *     npx tsx bench/pairs.ts flips      every pair whose scores move, with the rules on both sides
 */

import { fairnessPairs } from '@rapport/qualities/pairs/fairness-pairs';
import { fallingPairs, sinks } from '@rapport/qualities/pairs/falling-pairs';
import { gamingPairs } from '@rapport/qualities/pairs/gaming-pairs';
import { hardCases } from '@rapport/qualities/pairs/hard-cases';
import { differencesOf, type Pair } from '@rapport/qualities/pairs/pair';
import { flipFrom, spreadOf } from '@rapport/qualities/pairs/spread-of';
import { wronglyJudged } from '@rapport/qualities/pairs/wrongly-judged';
import { scoreConversation } from '@rapport/qualities/score-conversation';
import { keepTable, rounded } from './table.ts';

const kindsOf = (pairs: readonly Pair[]): string[] => [...new Set(pairs.map(({ kind }) => kind))];

const rowOf = (kind: string, pairs: readonly Pair[]): (string | number)[] => {
  const { meanPoints, worstPoints, flips, scores, opened } = spreadOf(pairs);
  return [kind, pairs.length, rounded(meanPoints, 2), worstPoints, `${flips} of ${scores}`, opened];
};

const rowsOf = (pairs: readonly Pair[]): (string | number)[][] => [
  ...kindsOf(pairs).map((kind) =>
    rowOf(
      kind,
      pairs.filter((pair) => pair.kind === kind),
    ),
  ),
  rowOf('all of these', pairs),
];

const wrong = hardCases.map((one) => ({ name: `${one.about}: ${one.id}`, wrong: wronglyJudged(one) }));
const kept = fallingPairs.filter((pair) => !sinks(pair));
const byRule = new Map<string, number>();
for (const pair of fairnessPairs) for (const rule of rulesThatFlip(pair)) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);

if (process.argv[2] === 'flips') printFlips();
else
  keepTable({
    name: 'pairs',
    title: 'Tricks, names, dialects and hard cases',
    about:
      'Pairs of our own that differ in one thing. Tricks must move nothing; a name, a spelling or an accent should not. Points are of 100 and a moment is worth 0, 50 or 100, so a single moment read differently is a step of 50 in a two-message conversation.',
    columns: ['what differs', 'pairs', 'mean points', 'worst', `moves above ${flipFrom}`, 'scored on one side only'],
    rows: [...rowsOf(gamingPairs), ...rowsOf(fairnessPairs)],
    notes: [
      'All qualities but communication. The mean is over qualities scored on both sides.',
      `Replies made worse under polite words: ${fallingPairs.length - kept.length} of ${fallingPairs.length} fall. Still not: ${kept.map(({ id }) => id).join(', ') || 'none'}.`,
      `Hard cases: ${wrong.filter((one) => one.wrong.length === 0).length} of ${wrong.length} judged as a fair reviewer would accept. Not yet: ${
        wrong
          .filter((one) => one.wrong.length > 0)
          .map((one) => `${one.name} (${one.wrong.join('; ')})`)
          .join(' · ') || 'none'
      }.`,
      `Rules most often on either side of a move by names or dialects: ${[...byRule]
        .sort((one, other) => other[1] - one[1])
        .slice(0, 6)
        .map(([rule, count]) => `${rule} ${count}`)
        .join(', ')}.`,
    ],
  });

/** Rules of the side that has the moved score, with those of both sides where both have one. */
function rulesThatFlip(pair: Pair): string[] {
  const [one, other] = [pair.before, pair.after].map((side) => scoreConversation(side).agents[0]?.qualities);
  return differencesOf(pair)
    .filter(({ quality, points }) => quality !== 'communication' && points > flipFrom)
    .flatMap(({ quality }) => [
      ...new Set([...(one?.[quality].moments ?? []), ...(other?.[quality].moments ?? [])].map(({ rule }) => rule)),
    ]);
}

function printFlips(): void {
  for (const pair of [...gamingPairs, ...fairnessPairs]) {
    const moved = differencesOf(pair).filter(({ quality, points }) => quality !== 'communication' && points > flipFrom);
    if (moved.length === 0) continue;
    process.stdout.write(`${pair.kind}: ${pair.id}\n  ${pair.after.messages[1]?.text}\n`);
    for (const { quality, before, after } of moved)
      process.stdout.write(`    ${quality} ${before} → ${after} (${rulesThatFlip(pair).join(', ')})\n`);
  }
}
