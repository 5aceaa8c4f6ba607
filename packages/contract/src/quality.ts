/**
 * The fourteen service qualities: the only spelling of their ids, in code, API, CSV and docs.
 * How each one is found in a conversation lives in `packages/qualities/src/<id>/`.
 */
import { z } from 'zod';

export const qualityIds = [
  'empathy',
  'active-listening',
  'patience',
  'humility',
  'professionalism',
  'communication',
  'problem-solving',
  'personalization',
  'knowledge',
  'emotional-intelligence',
  'adaptability',
  'responsiveness',
  'appreciation',
  'people-first',
] as const;

export const qualityId = z.enum(qualityIds).describe('Which of the fourteen service qualities');
export type QualityId = z.infer<typeof qualityId>;

export interface QualityWords {
  /** Name on pages and in tables. */
  name: string;
  /** What a person's replies are said to do; used wherever a person's results stand. */
  phrase: string;
  /** What opens a moment, in plain words. */
  openedBy: string;
  /** True when nearly every conversation calls for it, so that its count alone says little. */
  alwaysCalledFor: boolean;
}

const words = (name: string, phrase: string, openedBy: string, alwaysCalledFor = false): QualityWords => ({
  name,
  phrase,
  openedBy,
  alwaysCalledFor,
});

export const qualityWords: Record<QualityId, QualityWords> = {
  empathy: words('Empathy', 'shows they saw the trouble', 'a customer voices trouble, loss or a bad feeling'),
  'active-listening': words('Active listening', 'hears and answers everything', 'questions asked and facts given'),
  patience: words('Patience', 'takes the time', 'repetition, confusion, slowness or anger'),
  humility: words('Humility', 'owns mistakes, says no well', 'the company is at fault, or the answer is no'),
  professionalism: words('Professionalism', 'stays calm and polite', 'every conversation', true),
  communication: words('Communication', 'writes clearly', 'every message of an agent', true),
  'problem-solving': words('Problem solving', 'gets it solved', 'a problem stated'),
  personalization: words('Personalization', 'uses what the customer told', 'something personal was given'),
  knowledge: words('Knowledge', 'gives sure, consistent answers', 'a factual question'),
  'emotional-intelligence': words(
    'Emotional intelligence',
    'meets the customer’s mood',
    'a strong or clearly rising emotion',
  ),
  adaptability: words('Adaptability', 'tries another way', 'a first solution fails, or a rule does not fit'),
  responsiveness: words('Responsiveness', 'answers in time', 'every wait and every promised update'),
  appreciation: words(
    'Appreciation',
    'says a real thank you',
    'the customer waited, helped, gave feedback, or a longer conversation ends',
    true,
  ),
  'people-first': words('People first', 'people before process', 'every problem'),
};

export const verdicts = ['met', 'partly', 'missed'] as const;
export const verdict = z.enum(verdicts).describe('How the moment was met; "partly" is half-done, never doubt');
export type Verdict = z.infer<typeof verdict>;

export const scoreVerdicts = [...verdicts, 'no-opportunity'] as const;
export const scoreVerdict = z
  .enum(scoreVerdicts)
  .describe('The weightier moments decide; no-opportunity means nothing called for the quality');
export type ScoreVerdict = z.infer<typeof scoreVerdict>;

export const noScoreReasons = ['no-opportunity', 'language', 'too-little-text'] as const;
export const noScoreReason = z.enum(noScoreReasons).describe('Why there is no score');
export type NoScoreReason = z.infer<typeof noScoreReason>;
