import { describe, expect, it } from 'vitest';
import { readConversation } from '../read-conversation.ts';
import { fallingPairs, sinks } from './falling-pairs.ts';
import { gamingPairs } from './gaming-pairs.ts';
import { differencesOf, type Pair } from './pair.ts';

const mostPoints = 2;

/** Equal sentences give equal scores with any weights; a score that stays by luck would not be enough. */
const sentencesOf = (conversation: Pair['before']): string[] =>
  readConversation(conversation).messages.flatMap(({ sentences }) => sentences.map(({ text }) => text));

describe('no score moves by more than 2 points', () => {
  it('in any of at least 150 pairs', () => {
    expect(new Set(gamingPairs.map(({ kind, id }) => `${kind} ${id}`)).size).toBeGreaterThanOrEqual(150);
  });

  it.each(gamingPairs)('by $kind: $id', (pair) => {
    expect(sentencesOf(pair.after)).toEqual(sentencesOf(pair.before));
    expect(differencesOf(pair).filter(({ points }) => points > mostPoints)).toEqual([]);
  });
});

describe('a reply made worse under polite words', () => {
  it('falls in at least eight of ten pairs', () => {
    const kept = fallingPairs.filter((pair) => !sinks(pair)).map(({ id }) => id);
    expect(kept.length, kept.join(', ')).toBeLessThanOrEqual(fallingPairs.length / 5);
  });
});
