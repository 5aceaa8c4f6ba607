import type { IntakePlan } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { choiceFrom, fieldOf, toConfirm, whatIsMissing, withField } from './mapping-choice.ts';

const plan: IntakePlan = {
  format: 'csv',
  member: null,
  encoding: 'utf-8',
  delimiter: ',',
  columns: [],
  mapping: { conversation_id: 'ticket', sent_at: 'created' },
  needsMapping: ['body'],
  dayFirst: true,
  dayFirstSure: false,
  timeZone: null,
  needsTimeZone: true,
  csatScale: '1-5',
  csatMin: null,
  csatMax: null,
  units: null,
  conversations: null,
  headline: '',
};

describe('the choice of columns', () => {
  it('gives a field one column and a column one field', () => {
    const first = withField(choiceFrom(plan), 'text', 'body');
    const moved = withField(first, 'ticket', 'body');
    expect(moved.mapping).toEqual({ sent_at: 'created', body: 'ticket' });
    expect(fieldOf(moved, 'ticket')).toBe('body');
    expect(fieldOf(moved, 'text')).toBeNull();
  });

  it('frees a column that is not needed', () => {
    expect(withField(choiceFrom(plan), 'created', null).mapping).toEqual({ conversation_id: 'ticket' });
  });

  it('names what is missing, one thing after the other', () => {
    const start = choiceFrom(plan);
    expect(whatIsMissing(start, plan)).toBe('Still to say: text of the message');
    const withText = withField(start, 'text', 'body');
    expect(whatIsMissing(withText, plan)).toBe('Still to say: the time zone');
    expect(whatIsMissing({ ...withText, timeZone: 'Europe/Berlin' }, plan)).toBeNull();
  });

  it('asks for no time zone when no column holds times', () => {
    const untimed = withField(withField(choiceFrom(plan), 'text', 'body'), 'created', null);
    expect(whatIsMissing(untimed, plan)).toBeNull();
  });

  it('never takes a time zone that nobody said', () => {
    expect(toConfirm(choiceFrom(plan))).toEqual({ mapping: plan.mapping, dayFirst: true });
  });
});
