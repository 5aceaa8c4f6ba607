/** Scores conversations in memory and hands the facts to the focus analysis: the pages' road without the store. */
import type { Conversation, QualityId } from '@rapport/contract';
import { type FocusInput, factsOf, findWroteAgain, openFocusCounter } from '@rapport/insight';
import { scorerVersion } from '@rapport/qualities';
import { languageOf } from '@rapport/server/detect-language';
import { scoreWithinLimit } from '@rapport/server/jobs/score-within-limit';
import { findEarlier } from './commands/score.ts';

export interface Collected {
  input: FocusInput;
  /** Conversations in which a quality was missed, in the order of the file. */
  idsOf: (quality: QualityId) => string[];
}

export function collectFocusInput(
  conversations: readonly Conversation[],
  onProgress: (done: number) => void,
): Collected {
  const earlierOf = findEarlier(conversations);
  const wroteAgain = findWroteAgain(
    conversations.map((one) => ({ id: one.id, customer: one.customer, ...periodOf([one]) })),
  );
  const notScored = new Map<string, number>();
  const missed = new Map<QualityId, string[]>();
  const counter = openFocusCounter();
  for (const [index, one] of conversations.entries()) {
    const score = scoreWithinLimit(one, { languageOf, earlier: earlierOf(one) });
    onProgress(index + 1);
    if (score.notScored !== null) {
      notScored.set(score.notScored, (notScored.get(score.notScored) ?? 0) + 1);
      continue;
    }
    const found = factsOf(one, score, { wroteAgain: wroteAgain.get(one.id) ?? null });
    for (const { qualities } of found.assessments) {
      for (const { quality, verdict } of qualities) {
        if (verdict === 'missed') missed.set(quality, [...(missed.get(quality) ?? []), one.id]);
      }
    }
    counter.add(found);
  }
  return {
    input: {
      ...counter.tally(),
      totals: {
        conversations: conversations.length,
        messages: conversations.reduce((sum, one) => sum + one.messages.length, 0),
      },
      notScored: [...notScored].map(([reason, count]) => ({ reason, conversations: count })),
      period: periodOf(conversations),
      reviews: 0,
      reviewers: 0,
      scorerVersion,
      seed: 1,
    },
    idsOf: (quality) => [...new Set(missed.get(quality) ?? [])],
  };
}

function periodOf(conversations: readonly Conversation[]): { from: string | null; to: string | null } {
  let from: string | null = null;
  let to: string | null = null;
  for (const { messages } of conversations) {
    for (const { at } of messages) {
      if (at === null) continue;
      if (from === null || at < from) from = at;
      if (to === null || at > to) to = at;
    }
  }
  return { from, to };
}
