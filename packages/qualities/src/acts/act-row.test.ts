import { acts, agentActs, customerActs } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { ActMask, ActRow, chanceOfAct, customerColumn, listActs, noActs, rowOf } from './act-row.ts';

const row = (column: number, value: number): ActRow => {
  const made = new ActRow();
  made.set(column, value);
  return made;
};

describe('a row of acts', () => {
  it('reads like an object that names the acts seen', () => {
    const seen = row(agentActs.indexOf('promise'), 0.8).asActs();
    expect(seen.promise).toBe(0.8);
    expect(seen.ask).toBeUndefined();
    expect(listActs(seen)).toEqual({ promise: 0.8 });
    expect(JSON.parse(JSON.stringify(seen))).toEqual({ promise: 0.8 });
  });

  it('knows an act of both sides by one name', () => {
    const said = row(customerColumn + customerActs.indexOf('thank'), 0.9).asActs();
    expect(said.thank).toBe(0.9);
    expect(new ActMask(['thank']).isSeenIn(said)).toBe(true);
    expect(new ActMask(['ask', 'greet']).isSeenIn(said)).toBe(false);
  });

  it.each(acts)('asked by mask says the same as asked by name: %s', (act) => {
    for (const value of [0.3, 0.5, 0.74, 0.75, 1]) {
      const named = { [act]: value };
      const seen = rowOf(named).asActs();
      const mask = new ActMask([act]);
      expect(chanceOfAct(seen, act)).toBe(value);
      expect(mask.isSeenIn(seen)).toBe(value >= 0.5);
      expect(mask.isSureIn(seen)).toBe(value >= 0.75);
      expect(mask.isSeenIn(named)).toBe(value >= 0.5);
    }
  });

  it('is empty where nothing was read', () => {
    expect(listActs(noActs)).toEqual({});
    expect(new ActMask(acts).isSeenIn(noActs)).toBe(false);
  });
});
