import { describe, expect, it } from 'vitest';
import { measuringSets, refuseForTraining, trainingSets } from './data-sets.ts';

describe('the data that may shape weights', () => {
  it('refuses every set that is for measuring only', () => {
    for (const set of measuringSets) {
      expect(() => refuseForTraining(`${set}/train.jsonl`)).toThrow('for measuring only');
      expect(() => refuseForTraining(`${set}.train.jsonl.gz`)).toThrow('for measuring only');
    }
  });

  it('refuses held-back parts, unknown sets and ways out of the folder', () => {
    for (const set of trainingSets) expect(() => refuseForTraining(`${set}/dev.jsonl`)).toThrow('held back');
    expect(() => refuseForTraining('goemotions/dev.jsonl.gz')).toThrow('held back');
    expect(() => refuseForTraining('elsewhere/train.jsonl')).toThrow('on no list');
    expect(() => refuseForTraining('service/../swda/train.jsonl')).toThrow('on no list');
  });

  it('lets the training parts of free sets through', () => {
    for (const set of trainingSets) expect(() => refuseForTraining(`${set}/train.jsonl`)).not.toThrow();
    expect(() => refuseForTraining('conversations/star.train.jsonl.gz')).not.toThrow();
    expect(() => refuseForTraining('service/sentences.jsonl')).not.toThrow();
  });

  it('keeps the two lists apart', () => {
    const names: readonly string[] = trainingSets;
    expect(measuringSets.filter((set) => names.includes(set))).toEqual([]);
  });
});
