import { describe, expect, it } from 'vitest';
import { agentCues } from './agent-cues.ts';
import { readCues } from './cue.ts';
import { customerCues } from './customer-cues.ts';
import { buildFeatureSet } from './find-features.ts';

const matches = (phrase: string, text: string): boolean => {
  const set = buildFeatureSet(['ask'], readCues('ask', `++ ${phrase}`), []);
  let seen = false;
  set.find(text.split(' '), 0, (feature) => {
    seen ||= feature < set.cues.length;
  });
  return seen;
};

describe('a cue', () => {
  it('takes alternatives, optional words and gaps', () => {
    expect(matches('we|i [do] apologise', 'we do apologise')).toBe(true);
    expect(matches('we|i [do] apologise', 'they apologise')).toBe(false);
    expect(matches('sorry .. wait', 'sorry for the long wait')).toBe(true);
    expect(matches('sorry .. wait', 'sorry that you had to stand and wait')).toBe(false);
    expect(matches('in # days', 'in 3 days')).toBe(true);
    expect(matches('apolog*', 'my apologies')).toBe(true);
  });
  it('respects start and end', () => {
    expect(matches('^ thanks', 'many thanks')).toBe(false);
    expect(matches('thanks $', 'many thanks')).toBe(true);
  });
  it('refuses a line it cannot read', () => {
    expect(() => readCues('ask', 'no strength')).toThrow('no strength');
    expect(() => readCues('ask', '++ @nowhere')).toThrow('unknown circumstance');
    expect(() => readCues('ask', '++ .. %')).toThrow('no word');
    expect(() => readCues('ask', '++ {nothing} word')).toThrow('Unknown word list');
  });
  it('is written once', () => {
    for (const cues of [agentCues, customerCues]) {
      const names = cues.map((cue) => `${cue.act}: ${cue.phrase} ${cue.weight > 0}`);
      const doubles = names.filter((name, index) => names.indexOf(name) !== index);
      expect(doubles).toEqual([]);
    }
  });
});
