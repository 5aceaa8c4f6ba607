/** The three levels in words, and how sure the machine says it is. */
import type { NoScoreReason, ScoreVerdict, Verdict } from '@rapport/contract';

export const levelNames: Record<Verdict, string> = { missed: 'Missed', partly: 'Partly', met: 'Met' };
export const levelOrder = ['missed', 'partly', 'met'] as const satisfies readonly Verdict[];

export const verdictName = (verdict: ScoreVerdict): string =>
  verdict === 'no-opportunity' ? 'Not called for' : levelNames[verdict];

/** Below this the machine calls itself unsure, and its tag is dashed. */
export const sureFrom = 0.6;

export const isUnsure = (confidence: number): boolean => confidence < sureFrom;

export function confidenceWords(confidence: number): 'sure' | 'fairly sure' | 'unsure' {
  if (isUnsure(confidence)) return 'unsure';
  return confidence < 0.8 ? 'fairly sure' : 'sure';
}

export const noScoreWords: Record<NoScoreReason, string> = {
  'no-opportunity': 'not called for',
  language: 'not English',
  'too-little-text': 'too little text',
};
