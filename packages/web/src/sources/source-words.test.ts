import type { Connection } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { headlineOf, refusedWords, standOf, standSentences } from './source-words.ts';

const now = new Date('2026-03-10T12:00:00Z');
const connection = (over: Partial<Connection> = {}): Connection => ({
  ...{ id: '1', kind: 'zammad', name: 'Desk', address: 'https://desk.example', origin: 'zammad', settings: {} },
  ...{ hasSecret: true, state: 'running', reason: null, historyFrom: null, historyDone: true, historyReadTo: null },
  ...{ lastReadAt: '2026-03-10T11:59:00.000Z', nextTryAt: '2026-03-10T12:00:30.000Z', problems: [] },
  counts: { conversations: 3, messages: 9, changed: 0, gone: 0, refused: 0 },
  createdAt: '2026-03-01T00:00:00.000Z',
  ...over,
});
const reason = { code: 'key-refused', what: 'The key is wrong.', wayOut: 'Make another.' };

describe('how a source stands', () => {
  it.each<[string, Partial<Connection>, string]>([
    ['everything read', {}, 'Up to date'],
    ['years to go', { historyDone: false }, 'Reading the past'],
    ['never read', { lastReadAt: null, historyDone: false }, 'Starting'],
    ['asked to wait', { reason: { ...reason, code: 'asked-to-wait' } }, 'Waits'],
    ['a stumble', { reason: { ...reason, code: 'unreachable' } }, 'Tries again'],
    ['failing', { state: 'failing', reason }, 'Needs you'],
    ['paused', { state: 'paused' }, 'Paused'],
  ])('%s', (_, over, words) => expect(standOf(connection(over)).words).toBe(words));

  it('says what is wrong, the way out, and when it is tried again', () => {
    const [what, wayOut, next] = standSentences(connection({ state: 'failing', reason }), now);
    expect([what, wayOut]).toEqual([reason.what, reason.wayOut]);
    expect(next).toMatch(/^Asked again at/);
  });

  it('says how far the past is read', () => {
    expect(standSentences(connection({ historyDone: false, historyReadTo: '2024-05-06T00:00:00Z' }), now)[1]).toMatch(
      /2024/,
    );
    expect(standSentences(connection({ historyFrom: '2026-01-05T00:00:00.000Z' }), now)[1]).toMatch(/since .*is read/);
  });

  it('puts what needs somebody into the headline', () => {
    expect(headlineOf([connection(), connection({ state: 'failing', reason })])).toEqual({
      marked: '1 source needs you',
      rest: ', 1 other is fine.',
    });
    expect(headlineOf([connection(), connection({ state: 'paused' })])).toEqual({
      marked: '1 source is being read',
      rest: ', 1 other is paused.',
    });
    expect(headlineOf([connection({ state: 'paused' })]).marked).toBe('1 source is paused');
  });

  it('tells refusals from remarks', () => {
    expect(refusedWords(connection())).toBeNull();
    const problems = [{ code: 'unknown-value', reason: 'x', count: 2, messages: 0 }];
    expect(refusedWords(connection({ problems }))).toBe('2 remarks, nothing refused');
    const counts = { conversations: 3, messages: 9, changed: 0, gone: 0, refused: 1 };
    expect(refusedWords(connection({ problems, counts }))).toBe('1 message could not be read');
  });
});
