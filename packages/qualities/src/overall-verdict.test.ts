import type { Moment, Verdict } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { overallVerdict, scoreOf } from './overall-verdict.ts';

const moment = (verdict: Verdict, weight: number): Moment => ({
  quality: 'empathy',
  trigger: null,
  response: null,
  verdict,
  weight,
  confidence: 1,
  rule: 'made-for-this-test',
  why: '',
});

describe('overallVerdict', () => {
  it('lets the weightier moment decide against two light ones', () => {
    expect(overallVerdict([moment('met', 1), moment('met', 1), moment('missed', 6)])).toBe('missed');
  });
  it('calls a real mix partly', () => {
    expect(overallVerdict([moment('met', 1), moment('missed', 1)])).toBe('partly');
  });
  it('never calls the whole met where the heaviest moment was missed', () => {
    const light = Array.from({ length: 9 }, () => moment('met', 1));
    expect(overallVerdict([...light, moment('missed', 1.5)])).toBe('partly');
  });
  it('never calls the whole missed where the heaviest moment was met', () => {
    const light = Array.from({ length: 9 }, () => moment('missed', 1));
    expect(overallVerdict([...light, moment('met', 1.5)])).toBe('partly');
  });
  it('is no cut of the score', () => {
    const one = [moment('met', 1), moment('missed', 5)];
    const other = [moment('met', 5), moment('missed', 1)];
    expect(scoreOf(one)).toBe(scoreOf(other));
    expect(overallVerdict(one)).not.toBe(overallVerdict(other));
  });
  it('counts partly half in the score', () => {
    expect(scoreOf([moment('met', 1), moment('partly', 1), moment('missed', 1), moment('missed', 1)])).toBe(37.5);
  });
  it('decides without weights too', () => {
    expect(overallVerdict([moment('met', 0), moment('met', 0)])).toBe('met');
  });
});
