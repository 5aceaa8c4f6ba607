/**
 * Five conversations to read first: where something went wrong after a miss, each for another reason where possible.
 * Surest moments first; a conversation is listed once.
 */
import { type QualityId, qualityWords, type ReadingTip } from '@rapport/contract';
import type { CalledFor, QualityRates } from './estimate-rates.ts';
import { nameOf } from './write-sentences.ts';

export function chooseReading(rates: readonly QualityRates[], howMany = 5): ReadingTip[] {
  const queues = rates
    .map(({ quality, rows }) => ({ quality, rows: worthReading(rows) }))
    .filter(({ rows }) => rows.length > 0)
    // Qualities called for everywhere come last: what they show is seldom the story.
    .sort((a, b) => Number(qualityWords[a.quality].alwaysCalledFor) - Number(qualityWords[b.quality].alwaysCalledFor));
  const taken = new Set<string>();
  const tips: ReadingTip[] = [];
  for (let round = 0; tips.length < howMany && queues.some(({ rows }) => rows.length > round); round += 1) {
    for (const { quality, rows } of queues) {
      const row = rows[round];
      if (!row || taken.has(row.conversationId) || tips.length >= howMany) continue;
      taken.add(row.conversationId);
      tips.push(tipOf(quality, row));
    }
  }
  return tips;
}

function worthReading(rows: readonly CalledFor[]): CalledFor[] {
  return rows
    .filter(({ facts }) => facts.verdict === 'missed' && facts.quote.length > 0)
    .sort(
      (a, b) =>
        Number(tells(b)) - Number(tells(a)) ||
        Number(b.followed === true) - Number(a.followed === true) ||
        b.facts.confidence - a.facts.confidence,
    )
    .slice(0, 20);
}

/** "4 pm" shows nobody what happened; a sentence of a few words does. */
const tells = ({ facts }: CalledFor): boolean => facts.quote.split(/\s+/).length >= 5;

function tipOf(quality: QualityId, { conversationId, facts, followed }: CalledFor): ReadingTip {
  const after = followed ? ' Trouble followed.' : '';
  return { conversationId, quality, quote: facts.quote, sentence: `${nameOf(quality)}: ${facts.why}${after}` };
}
