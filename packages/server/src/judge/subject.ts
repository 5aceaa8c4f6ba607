/** What a judge is asked about: one of the fourteen qualities by its rubric, or a category by the team's own prompt. */
import { createHash } from 'node:crypto';
import type { QualityId } from '@rapport/contract';
import { describeQuality, instructions, rubrics, rubricVersion } from './rubric.ts';

export interface Subject {
  /** Exactly one of the two is null. */
  quality: QualityId | null;
  /** Of everything that a prompt makes the judge be told. */
  promptHash: string | null;
  /** What the judge is told beside the instructions. */
  told: string;
  /** Names the instructions and what is told. */
  rubricVersion: string;
  /** True where the moment may lie in the replies alone. */
  needsNoTrigger: boolean;
}

export const subjectOfQuality = (quality: QualityId): Subject => ({
  ...{ quality, promptHash: null, told: describeQuality(quality), rubricVersion },
  needsNoTrigger: rubrics[quality].needsNoTrigger,
});

/** A lead's words are told as they are; whatever they ask for, an answer must pass the same door as any other. */
export function subjectOfPrompt({ name, prompt }: { name: string; prompt: string }): Subject {
  const told = [
    `Quality: ${name.trim()}, a category of this team's own. The team says what it is:`,
    prompt.trim(),
    'Where the team does not say it: met is done fully, partly is done in part, missed is called for and not done.',
    'The trigger may be null where no words of the customer opened the moment.',
    'no-opportunity: nothing in the conversation called for it',
  ].join('\n');
  const promptHash = createHash('sha256').update([instructions, told].join('\n\n')).digest('hex');
  return { quality: null, promptHash, told, rubricVersion: `prompt-${promptHash.slice(0, 10)}`, needsNoTrigger: true };
}
