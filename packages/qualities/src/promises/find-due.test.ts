import { describe, expect, it } from 'vitest';
import { findDue } from './find-due.ts';

/** A Tuesday. */
const said = '2025-03-04T10:30:00.000Z';

describe('when a promise falls due', () => {
  it.each([
    ['I will reply within 24 hours.', '2025-03-05T10:30:00.000Z', 'within 24 hours'],
    ["I'll call you by 3 pm.", '2025-03-04T15:00:00.000Z', 'by 3 pm'],
    ['You will have it by noon.', '2025-03-04T12:00:00.000Z', 'by noon'],
    ["I'll ring you tomorrow at 17:00", '2025-03-05T17:00:00.000Z', 'tomorrow at 17:00'],
    ["I'll write tomorrow.", '2025-03-05T23:59:00.000Z', 'tomorrow'],
    ['It goes out on Friday.', '2025-03-07T23:59:00.000Z', 'on Friday'],
    ['You will hear from me by the end of the week.', '2025-03-07T23:59:00.000Z', 'by the end of the week'],
    ['The refund arrives in 2 days.', '2025-03-06T23:59:00.000Z', 'in 2 days'],
    ['Within five working days you have it.', '2025-03-11T23:59:00.000Z', 'Within five working days'],
    ['The letter goes out on 6 March.', '2025-03-06T23:59:00.000Z', '6 March'],
    ['You will get it by the 18th.', '2025-03-18T23:59:00.000Z', 'by the 18th'],
    ["I'll call tomorrow morning.", '2025-03-05T12:00:00.000Z', 'tomorrow morning'],
    ['I will send it today.', '2025-03-04T23:59:00.000Z', 'today'],
    ["I'll ring before ten.", '2025-03-04T22:00:00.000Z', 'before ten'],
  ])('%s', (text, dueAt, words) => expect(findDue(text, said)).toEqual({ dueAt, words }));

  it('stays open where the words are vague, and where the source gives no time', () => {
    expect(findDue("I'll get back to you shortly.", said)).toEqual({ dueAt: null, words: 'shortly' });
    expect(findDue("I'll call tomorrow.", null)).toEqual({ dueAt: null, words: 'tomorrow' });
    expect(findDue('I will fix it.', said)).toBeNull();
  });
});
