/**
 * One reply judged for one quality, by the very rules and weights that score sent ones: for practice.
 *
 *     judgeReply({ customerText: 'My tent never came!', reply: 'Hi, it is delayed.', quality: 'empathy' }).verdict; // 'missed'
 */
import type { Moment, QualityId, ScoreVerdict } from '@rapport/contract';
import { allQualities } from './all-qualities.ts';
import { type DraftTurn, draftAuthor, draftReading, isAboutDraft } from './draft-check/draft-reading.ts';
import { overallVerdict } from './overall-verdict.ts';
import { findWeighedMoments } from './weighing/weigh-moments.ts';

export interface ReplyInput {
  customerText: string;
  reply: string;
  earlier?: readonly DraftTurn[];
  quality: QualityId;
}

export interface JudgedReply {
  verdict: ScoreVerdict;
  /** Of the moment that decided, in one sentence; an empty string where nothing was called for. */
  why: string;
  moments: Moment[];
}

export const judgeReply = ({ customerText, reply, earlier = [], quality }: ReplyInput): JudgedReply => {
  const reading = draftReading(customerText, reply, earlier);
  const definition = allQualities.find(({ id }) => id === quality);
  const moments =
    definition && reading.agents.includes(draftAuthor)
      ? findWeighedMoments(definition, reading, draftAuthor, {}).filter(isAboutDraft)
      : [];
  if (moments.length === 0) return { verdict: 'no-opportunity', why: '', moments };
  const verdict = overallVerdict(moments);
  const deciding = [...moments].sort((one, other) => other.weight - one.weight);
  const why = (deciding.find((one) => one.verdict === verdict) ?? deciding[0])?.why ?? '';
  return { verdict, why, moments };
};
