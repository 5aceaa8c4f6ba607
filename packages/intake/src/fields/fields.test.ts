import { describe, expect, it } from 'vitest';
import { readChannel } from './read-channel.ts';
import { normaliseCsat, readCsat } from './read-csat.ts';
import { guessRole, readRole } from './read-role.ts';
import { readTime } from './read-time.ts';
import { readTags } from './read-words.ts';

const read = (raw: string, o: { dayFirst?: boolean; timeZone?: string | null } = {}) => {
  const time = readTime(raw, { dayFirst: o.dayFirst ?? false, timeZone: o.timeZone ?? null });
  return time.kind === 'instant' ? time.at : time.kind;
};

describe('readTime', () => {
  it.each([
    ['2026-01-31T09:30:00Z', '2026-01-31T09:30:00.000Z'],
    ['2026-01-31 09:30:00.123456+02:00', '2026-01-31T07:30:00.123Z'],
    ['2026-01-31T09:30:00-0330', '2026-01-31T13:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['1767323045', '2026-01-02T03:04:05.000Z'],
    ['1767323045000', '2026-01-02T03:04:05.000Z'],
    ['1767323045.123456', '2026-01-02T03:04:05.123Z'],
    ['Fri, 02 Jan 2026 03:04:05 +0100', '2026-01-02T02:04:05.000Z'],
    ['Fri Jan 02 03:04:05 +0000 2026', '2026-01-02T03:04:05.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
  ])('reads %s', (raw, expected) => expect(read(raw)).toBe(expected));

  it.each([
    'soon',
    '2026-02-29T00:00:00Z',
    '2026-13-01',
    '2026-01-01T25:00:00Z',
    '32/01/2026',
    '1969-12-31T00:00:00Z',
    '5',
    '-1',
    `${'9'.repeat(40)}`,
  ])('does not make a time out of %s', (raw) => expect(read(raw, { timeZone: 'UTC' })).toBe('bad'));

  it('asks for a zone where there is none, and takes the one it is told', () => {
    expect(read('46024.5', { timeZone: 'UTC' })).toBe('2026-01-02T12:00:00.000Z');
    expect(read('2026-07-01 12:00')).toBe('no-zone');
    expect(read('2026-07-01 12:00', { timeZone: 'Europe/Berlin' })).toBe('2026-07-01T10:00:00.000Z');
    expect(read('2026-07-01 12:00', { timeZone: '+05:30' })).toBe('2026-07-01T06:30:00.000Z');
    expect(read('7/1/26 1:05 PM', { timeZone: 'America/New_York' })).toBe('2026-07-01T17:05:00.000Z');
    expect(read('1/7/2026', { dayFirst: true, timeZone: 'UTC' })).toBe('2026-07-01T00:00:00.000Z');
    expect(read('46204.5', { timeZone: 'UTC' })).toBe('2026-07-01T12:00:00.000Z');
  });

  it('keeps its head when the clocks change', () => {
    // Twice on the clock: the earlier one. Never on the clock: moved on by the gap.
    expect(read('2026-10-25 02:30', { timeZone: 'Europe/Berlin' })).toBe('2026-10-25T00:30:00.000Z');
    expect(read('2026-03-29 02:30', { timeZone: 'Europe/Berlin' })).toBe('2026-03-29T01:30:00.000Z');
    expect(read('2026-03-29 03:30', { timeZone: 'Europe/Berlin' })).toBe('2026-03-29T01:30:00.000Z');
    expect(read('2026-03-29 01:30', { timeZone: 'Europe/Berlin' })).toBe('2026-03-29T00:30:00.000Z');
  });
});

describe('ratings', () => {
  it.each(['', ' ', 'offered', 'Unoffered', 'n/a', 'null', '-'])('takes %j for no answer', (raw) => {
    expect(readCsat(raw)).toBeNull();
  });

  it.each([
    ['5', '1-5', null, 1],
    ['1', '1-5', null, 0],
    ['4,5', '1-5', null, 0.875],
    ['5', '0-10', null, 0.5],
    ['0', '0-10', null, 0],
    ['80 %', '0-100', null, 0.8],
    ['4/5', 'unknown', null, 0.75],
    ['7', 'unknown', 10, 0.7],
    ['good', 'good-bad', null, 1],
    ['Bad', 'good-bad', null, 0],
    ['👍🏽', 'emoji', null, 1],
    ['☹️', 'emoji', null, 0.25],
    ['Very satisfied', 'emoji', null, 1],
    ['5 - Very satisfied', '1-5', null, 1],
    ['7', '1-5', null, null],
    ['blue', 'emoji', null, null],
    ['constructor', 'good-bad', null, null],
  ] as const)('puts %s on the scale %s (top %s) at %s', (raw, scale, top, expected) => {
    expect(normaliseCsat(raw, scale, top)).toBe(expected);
  });
});

describe('words', () => {
  it('knows roles in the words of many helpdesks, and says when it does not', () => {
    expect(['End User', 'requester', 'Visitor'].map(readRole)).toEqual(['customer', 'customer', 'customer']);
    expect(['AGENT', 'operator', 'Teammates', 'light_agent'].map(readRole)).toEqual([
      'agent',
      'agent',
      'agent',
      'agent',
    ]);
    expect(['Bot', 'ai agent', 'system', 'wizard', ''].map(readRole)).toEqual(['bot', 'bot', 'system', null, null]);
  });

  it('guesses by own domain, then the assignee, then who wrote first', () => {
    const nobody = { assignee: null, ownDomains: [], isFirstAuthor: null };
    expect(guessRole({ author: 'A', authorEmail: 'a@us.example' }, { ...nobody, ownDomains: ['us.example'] })).toBe(
      'agent',
    );
    const second = { author: 'B', authorEmail: 'b@brand.example' };
    expect(guessRole(second, { ...nobody, ownDomains: ['us.example'] })).toBe('customer');
    expect(guessRole(second, { ...nobody, ownDomains: ['us.example'], assignee: 'B' })).toBe('agent');
    expect(guessRole({ author: 'A' }, { ...nobody, assignee: 'A', isFirstAuthor: true })).toBe('agent');
    expect(guessRole({ author: 'A' }, { ...nobody, isFirstAuthor: true })).toBe('customer');
    expect(guessRole({ author: 'A' }, nobody)).toBe('system');
  });

  it('puts channels on the closed list and keeps the word', () => {
    expect(readChannel('WhatsApp')).toEqual({ channel: 'messaging', channelRaw: 'WhatsApp' });
    expect(readChannel('Live Chat')).toEqual({ channel: 'chat', channelRaw: 'Live Chat' });
    expect(readChannel('smoke signals')).toEqual({ channel: 'other', channelRaw: 'smoke signals' });
    expect(readChannel('')).toEqual({ channel: 'other' });
  });

  it('parts tags', () => {
    expect(readTags('a, b;c|a')).toEqual(['a', 'b', 'c']);
    expect(readTags('["x y","z"]')).toEqual(['x y', 'z']);
  });
});
