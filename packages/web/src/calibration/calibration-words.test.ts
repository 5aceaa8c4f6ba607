import { describe, expect, it } from 'vitest';
import { compareTexts, drawnWords, pointName, progressOf } from './calibration-words.ts';

describe('a change of words', () => {
  it('is read where it stands', () => {
    expect(
      compareTexts('Names what the customer feels or says sorry.', 'Names what the customer feels and its cost.'),
    ).toEqual([
      { text: 'Names what the customer feels ', kind: 'kept' },
      { text: 'or says sorry.', kind: 'gone' },
      { text: 'and its cost.', kind: 'new' },
    ]);
    expect(compareTexts('', 'New.')).toEqual([{ text: 'New.', kind: 'new' }]);
    expect(compareTexts('Same words', 'Same words')).toEqual([{ text: 'Same words', kind: 'kept' }]);
  });
});

describe('a calibration in words', () => {
  it('says how far it is, to raters first about themselves', () => {
    const row = {
      ...{ id: '1', name: 'x', parts: 3, raters: 2, categories: [], handedIn: 4, leads: true, retestOf: null },
      ...{ at: '2025-01-01T00:00:00.000Z', dueAt: null },
    };
    expect(progressOf({ ...row, state: 'rating', mine: { handedIn: 1, of: 3 } })).toBe('you handed in 1 of 3');
    expect(progressOf({ ...row, state: 'rating', mine: null })).toBe('4 of 6 readings are in');
    expect(progressOf({ ...row, state: 'planned', mine: null })).toBe('3 conversations, 2 raters so far');
  });

  it('says how a conversation came in and what a point is called', () => {
    const part = {
      ...{ id: '1', number: 1, conversationId: '1', customer: '', channel: 'chat' as const, subject: '', mine: null },
      dispute: null,
    };
    expect(drawnWords({ ...part, drawn: 'random', probability: 1 / 8 })).toBe('drawn at random, one in 8');
    expect(drawnWords({ ...part, drawn: 'chosen', probability: null })).toBe('chosen by a person');
    expect(pointName({ scale: { points: 2, labels: ['No', 'Yes'] } }, 2)).toBe('Yes');
    expect(pointName({ scale: { points: 2, labels: ['No', 'Yes'] } }, null)).toBe('N/A');
  });
});
