import type { IntakePlan } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { choiceFrom, fieldOf, mappingTitle, toConfirm, whatIsMissing, withField } from './mapping-choice.ts';

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

  it('asks for no columns where the file has none, but for its zone', () => {
    const chat: IntakePlan = { ...plan, format: 'whatsapp', mapping: {}, needsMapping: [] };
    const start = choiceFrom(chat);
    expect(whatIsMissing(start, chat)).toBe('Still to say: the time zone');
    expect(whatIsMissing({ ...start, timeZone: 'UTC' }, chat)).toBeNull();
  });

  it('sends who speaks as it stands, because whoever looked at the list has looked at all of it', () => {
    const speakers = [{ name: 'Mara', role: 'agent' as const, sure: false, turns: 2, sample: '' }];
    const call: IntakePlan = { ...plan, format: 'vtt', mapping: {}, dayFirst: null, needsTimeZone: false, speakers };
    expect(toConfirm(choiceFrom(call), call)).toEqual({ mapping: {}, speakers: [{ name: 'Mara', role: 'agent' }] });
    expect(mappingTitle(call)).toBe('Who is the agent?');
    expect(mappingTitle({ ...call, format: 'mbox' })).toBe('Which of these are yours?');
    expect(mappingTitle({ ...call, speakers: [], needsTimeZone: true })).toBe('Whose clock was it?');
    expect(mappingTitle({ ...call, asksForPeople: true })).toBe('Who are these numbers?');
    expect(mappingTitle(plan)).toBe('Which column is what?');
  });

  it('never takes a time zone that nobody said', () => {
    expect(toConfirm(choiceFrom(plan), plan)).toEqual({ mapping: plan.mapping, dayFirst: true });
  });
});
