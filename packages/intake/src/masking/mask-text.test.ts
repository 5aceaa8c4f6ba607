import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskText } from './mask-text.ts';
import { cards, emails, ibans, keys, numbersToKeep, phones } from './masking-examples.test-data.ts';
import { nationalIds } from './national-ids.test-data.ts';

/** The share whose secret was taken out whole, with nothing else touched. */
const share = (texts: readonly { text: string; secret: string }[], word: string): number => {
  const found = texts.filter(({ text, secret }) => maskText(text).text === text.replace(secret, word));
  return found.length / texts.length;
};

describe('masking', () => {
  it.each([
    ['card', cards, 0.99],
    ['iban', ibans, 0.99],
    ['key', keys, 0.99],
    ['email', emails, 0.99],
    ['phone', phones, 0.95],
    ['national-id', nationalIds, 0.95],
  ] as const)('finds nearly every %s', (kind, examples, floor) => {
    expect(examples.length).toBeGreaterThanOrEqual(60);
    expect(share(examples, `[${kind}]`)).toBeGreaterThanOrEqual(floor);
  });

  it('leaves order numbers, dates, sums and tracking numbers alone', () => {
    expect(numbersToKeep.length).toBeGreaterThanOrEqual(300);
    const hit = numbersToKeep.filter((text) => maskText(text).text !== text);
    expect(hit.length / numbersToKeep.length).toBeLessThanOrEqual(0.01);
  });

  it('counts what it took out, by kind', () => {
    const { text, counts } = maskText('Ann (ann@example.org, +44 20 7946 0018) paid with 4111 1111 1111 1111.');
    expect(text).toBe('Ann ([email], [phone]) paid with [card].');
    expect(counts).toEqual({ card: 1, iban: 0, key: 0, email: 1, phone: 1, 'national-id': 0 });
  });

  it('tells what stood where, so that it can be put back: e-mail, phone and IBAN, never the rest', () => {
    const kept = /\[(email|phone|iban)\]/g;
    const texts = [...cards, ...ibans, ...emails, ...phones, ...keys, ...nationalIds].map(({ text }) => text);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 6 }), (some) => {
        const whole = some.join(' — ');
        const { text, words } = maskText(whole);
        const places = [...text.matchAll(kept)].map(({ index, 1: kind }) => [index, kind]);
        for (const one of words) {
          expect(places).toContainEqual([one.start, one.kind]);
          expect(whole).toContain(one.words);
        }
        const starts = words.map(({ start }) => start);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      }),
    );
    const { text, words } = maskText(
      'Ann (ann@example.org, +44 20 7946 0018) paid with 4111 1111 1111 1111, pwd=Zx81abcd.',
    );
    let back = text;
    for (const one of [...words].reverse()) {
      back = back.slice(0, one.start) + one.words + back.slice(one.start + one.kind.length + 2);
    }
    expect(back).toBe('Ann (ann@example.org, +44 20 7946 0018) paid with [card], pwd=[key].');
  });

  it('ends a phone number where the next number begins', () => {
    expect(maskText('reach me on 07911 123456 2 days from now').text).toBe('reach me on [phone] 2 days from now');
  });

  it('keeps the words around a password', () => {
    expect(maskText('my password is not working').text).toBe('my password is not working');
    expect(maskText('password: hunter2, user: ann').text).toBe('password: [key], user: ann');
  });

  it('returns the very same text when there is nothing to mask', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ,.!?äöü😀\n]{0,80}$/u), (text) => {
        fc.pre(!/pass|pwd|key|secret|token/.test(text));
        expect(maskText(text).text).toBe(text);
      }),
    );
  });

  it('masks a masked text no further', () => {
    const parts = fc.constantFrom(
      ...cards.slice(0, 9),
      ...ibans.slice(0, 9),
      ...emails.slice(0, 9),
      ...phones.slice(0, 9),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 4 }), (some) => {
        const once = maskText(some.map(({ text }) => text).join(' — ')).text;
        expect(maskText(once).text).toBe(once);
      }),
    );
  });

  it.each([
    ['digits', '1'.repeat(200_000)],
    ['addresses', 'a@b.co '.repeat(30_000)],
    ['digits and blanks', '1 '.repeat(100_000)],
    ['at signs', '@'.repeat(200_000)],
    ['letters and one at sign', `${'a'.repeat(200_000)}@`],
    ['labels of a domain', `x@${'a.'.repeat(100_000)}`],
    ['beginnings of keys', '-----BEGIN PRIVATE KEY-----'.repeat(8000)],
    ['beginnings of tokens', 'eyJ-'.repeat(50_000)],
    ['passwords', 'password password '.repeat(10_000)],
    ['plus signs', '+1'.repeat(100_000)],
    ['brackets', '((((1'.repeat(40_000)],
    ['country codes', 'DE89'.repeat(50_000)],
  ])('is not slowed down by hostile %s', (_, text) => {
    // A quadratic rule would run into the time limit of the test.
    expect(maskText(text).text.length).toBeGreaterThan(0);
  });
});
