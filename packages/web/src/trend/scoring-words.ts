/** How scoring stands, in a sentence, and the one thing a person can do about it. */
import type { ScoringState } from '@rapport/contract';

export interface ScoringWords {
  headline: string;
  rest: string;
  action: 'start' | 'pause' | 'resume' | null;
}

/** Null while one version has scored everything: then there is nothing to say. */
export function scoringWords({
  scorerVersion,
  focusVersion,
  behind,
  leftOut,
  rescore,
}: ScoringState): ScoringWords | null {
  if (rescore === null) {
    if (behind === 0) return null;
    const conversations = behind === 1 ? 'conversation was' : 'conversations were';
    const newer =
      leftOut > 0 && focusVersion !== scorerVersion
        ? ` The focus stays with ${focusVersion}: ${leftOut.toLocaleString()} that ${scorerVersion} read ${leftOut === 1 ? 'is' : 'are'} not in it.`
        : '';
    return {
      headline: `The scorer here is ${scorerVersion} now.`,
      rest: `${behind.toLocaleString()} ${conversations} scored by another version and will stay so until you say.${newer}`,
      action: 'start',
    };
  }
  const far = `${rescore.scored.toLocaleString()} of ${rescore.toScore.toLocaleString()} done`;
  const meanwhile = `Each conversation shows its newest reading; the focus stays as it was, read by ${focusVersion}, until all are done.`;
  if (rescore.state === 'finding') {
    return {
      headline: `All are scored again with ${rescore.scorerVersion}.`,
      rest: 'The focus follows.',
      action: null,
    };
  }
  if (rescore.scorerVersion !== scorerVersion) {
    return {
      headline: `Rescoring stopped at ${far}.`,
      rest: `It was meant for ${rescore.scorerVersion}; the scorer here is ${scorerVersion} now. ${meanwhile}`,
      action: 'start',
    };
  }
  if (rescore.state === 'running') return { headline: `Rescoring: ${far}.`, rest: meanwhile, action: 'pause' };
  return {
    headline: `Rescoring is paused: ${far}.`,
    rest: rescore.note === null ? meanwhile : `${rescore.note} ${meanwhile}`,
    action: 'resume',
  };
}
