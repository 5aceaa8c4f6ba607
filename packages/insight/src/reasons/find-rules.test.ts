import { describe, expect, it } from 'vitest';
import { type RuleExample, tuned, unseen } from './find-rules.examples.ts';
import { findRules } from './find-rules.ts';

function measure(examples: readonly RuleExample[]): {
  precision: number;
  recall: number;
  missed: string[];
  wrong: string[];
} {
  const isFound = ({ text, refused = true }: RuleExample) => findRules(text, { refused }).length > 0;
  const found = examples.filter(isFound);
  const rules = examples.filter(({ isRule }) => isRule);
  const right = found.filter(({ isRule }) => isRule).length;
  return {
    ...{ precision: right / found.length, recall: right / rules.length },
    missed: rules.filter((one) => !isFound(one)).map(({ text }) => text),
    wrong: found.filter(({ isRule }) => !isRule).map(({ text }) => text),
  };
}

describe('rules that cost, measured on sentences of our own', () => {
  it('are found among those the patterns were tuned on', () => {
    expect(measure(tuned)).toMatchObject({ precision: 1, recall: 1, missed: [], wrong: [] });
  });

  it('are found among sentences nobody tuned on: nine of ten found are rules, three of four rules are found', () => {
    const { precision, recall, missed, wrong } = measure(unseen);
    expect(precision, wrong.join(' | ')).toBeGreaterThanOrEqual(0.9);
    expect(recall, missed.join(' | ')).toBeGreaterThanOrEqual(0.75);
  });
});
