/** The scorer's verdicts beside the labels of a corpus, quality by quality. */
import { type QualityId, qualityIds, type ScoreVerdict } from '@rapport/contract';
import { allQualities, overallVerdict, readConversation } from '@rapport/qualities';
import { findWeighedMoments } from '@rapport/qualities/weighing/weigh-moments';
import { type CorpusLine, conversationOf, labelledReading } from '../training/corpus.ts';
import type { Pair } from './agreement-of.ts';

export interface JudgedVerdict extends Pair {
  /** Of the conversation. */
  id: string;
  agent: string;
  /** What each rule found, in words. */
  rules: string;
  /** 0…1, how sure the verdict is called; null where nothing called for the quality. */
  confidence: number | null;
}

/** @param acts `labelled` lets the rules work on the labelled acts and feelings in place of those read */
export const judgeVerdicts = (
  lines: readonly CorpusLine[],
  acts: 'read' | 'labelled',
): Map<QualityId, JudgedVerdict[]> => {
  const judged = new Map<QualityId, JudgedVerdict[]>(qualityIds.map((id) => [id, []]));
  for (const line of lines) {
    const read = readConversation(conversationOf(line), {});
    const reading = acts === 'labelled' ? labelledReading(line, read) : read;
    for (const [agent, labels] of Object.entries(line.verdicts))
      for (const quality of allQualities) {
        const label = labels[quality.id];
        if (!label) continue;
        const moments = reading.agents.includes(agent) ? findWeighedMoments(quality, reading, agent, {}) : [];
        const machine: ScoreVerdict = moments.length === 0 ? 'no-opportunity' : overallVerdict(moments);
        const rules = moments.map(({ rule, verdict }) => `${rule}:${verdict}`).join(' ');
        const weight = moments.reduce((sum, one) => sum + one.weight, 0);
        const sure = moments.reduce((sum, one) => sum + one.weight * one.confidence, 0);
        const confidence = weight > 0 ? sure / weight : null;
        judged.get(quality.id)?.push({ machine, label, id: line.id, agent, rules, confidence });
      }
  }
  return judged;
};
