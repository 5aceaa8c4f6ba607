import { type Contact, contactGiven } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft, readDraft } from './contact-draft.ts';

const now = new Date('2026-03-04T16:30:20Z');
const empty = { ...emptyDraft(now), currency: 'EUR', topic: 'The lid' };
const missingOf = (changes: Partial<typeof empty>) => {
  const read = readDraft({ ...empty, ...changes }, now);
  return 'missing' in read ? read.missing : null;
};

describe('the form of a contact', () => {
  it('needs a topic and nothing else', () => {
    const read = readDraft(empty, now);
    expect('given' in read && contactGiven.parse(read.given)).toMatchObject({
      ...{ channel: 'phone', topic: 'The lid', resolved: 'yes', at: '2026-03-04T16:30:00.000Z' },
      ...{ promise: null, goodwill: null, customer: '', question: '' },
    });
    expect(missingOf({ topic: ' ' })).toMatch(/what it was about/);
  });

  it('takes amounts as people write them', () => {
    const centsOf = (amount: string) => {
      const read = readDraft({ ...empty, amount }, now);
      return 'given' in read ? read.given.goodwill?.amountCents : read.missing;
    };
    expect(['12', '12.5', '12,50', '0', '999999.99'].map(centsOf)).toEqual([1200, 1250, 1250, 0, 99_999_999]);
    for (const wrong of ['-3', 'a lot', '1.234', '12.50 EUR']) expect(centsOf(wrong), wrong).toMatch(/as an amount/);
    expect(missingOf({ amount: '12', currency: 'euro' })).toMatch(/three letters/);
  });

  it('says what does not fit together', () => {
    expect(missingOf({ dueAt: '2026-03-05T10:00' })).toMatch(/what was promised/);
    expect(missingOf({ at: '' })).toMatch(/when/);
    expect(missingOf({ at: '2026-04-01T10:00' })).toMatch(/future/);
  });

  it('gives back what was saved when it is changed', () => {
    const saved: Contact = {
      ...{ id: '1', own: true, loggedAt: now.toISOString(), changedAt: null, channel: 'in-person', customer: 'Kim' },
      ...{ at: '2026-03-01T09:15:00.000Z', topic: 'A lamp', resolved: 'open', words: 'Green.', question: 'Why?' },
      promiseKept: true,
      promise: { what: 'a call', dueAt: '2026-03-05T09:00:00.000Z' },
      goodwill: { amountCents: 505, currency: 'GBP' },
    };
    const { id: _id, own: _own, promiseKept: _kept, loggedAt: _logged, changedAt: _changed, ...given } = saved;
    expect(readDraft(draftOf(saved), now)).toEqual({ given });
  });
});
