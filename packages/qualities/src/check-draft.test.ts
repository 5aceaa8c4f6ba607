import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from './check-draft.ts';

const customerText =
  "Hi, my tent was meant to arrive Wednesday. It's my daughter's first camping trip and we leave Saturday at 6 am. I've moved work twice to be home for deliveries that never came.";

describe('checkDraft', () => {
  it('says in one headline how much the draft skips, quoting the customer', () => {
    const check = checkDraft({
      customerText,
      draft: 'The carrier shows the parcel as delayed. Estimated delivery is Monday.',
    });
    expect(check.headline).toBe('Two things they said that your draft skips.');
    expect(check.skipped.map(({ title }) => title)).toEqual(['Acknowledge first', 'Saturday matters to them']);
    for (const { quotes } of check.skipped)
      for (const { of, start, end, quote } of quotes) {
        expect(of).toBe('customer');
        expect(customerText.slice(start, end)).toBe(quote);
      }
  });

  it('finds nothing skipped in a reply that sees them and counts to their day', () => {
    const draft =
      "Waiting at home twice for a tent that never came, right before your daughter's first trip, is awful, and I'm sorry. A new one goes out by courier now, so you have it on Friday, before you leave on Saturday.";
    const check = checkDraft({ customerText, draft });
    expect(check.skipped).toEqual([]);
    expect(check.headline).toBe('Your draft answers what they said.');
    expect(check.good.length).toBeGreaterThan(0);
  });

  it('marks where the process begins, not the greeting before it', () => {
    const draft = 'Hi Joanna, thanks for contacting us. The carrier shows the parcel as delayed at the depot.';
    const hurt = checkDraft({ customerText, draft }).marks.filter(({ kind }) => kind === 'hurt');
    expect(hurt.map(({ start, end }) => draft.slice(start, end))).toEqual([
      'The carrier shows the parcel as delayed at the depot.',
    ]);
  });

  it('names a question that is left open', () => {
    const check = checkDraft({
      customerText: 'Can I change the delivery address? And does the warranty cover scratches?',
      draft: 'Yes, you can change the delivery address in your account.',
    });
    expect(check.skipped).toMatchObject([{ title: 'A question is open', quality: 'active-listening' }]);
    expect(check.skipped[0]?.quotes[0]?.quote).toBe('And does the warranty cover scratches?');
  });

  it('shows what binds the sender', () => {
    const check = checkDraft({
      customerText: 'My mug arrived broken.',
      draft: "I'm sorry that the mug broke. I will call you back tomorrow before noon.",
    });
    expect(check.seen.map(({ title }) => title)).toContain('A promise');
    expect(check.marks.map(({ kind }) => kind)).toContain('promise');
  });

  it('asks nothing of an empty draft and praises nothing', () => {
    expect(checkDraft({ customerText, draft: '  ' })).toMatchObject({
      headline: 'Nothing written yet.',
      good: [],
      marks: [],
      skipped: [],
    });
  });

  it('keeps to the qualities asked for', () => {
    const check = checkDraft({
      customerText,
      draft: 'Delayed. Estimated delivery is Monday.',
      qualities: ['communication'],
    });
    const found = [...check.seen, ...check.skipped, ...check.marks].map(({ quality }) => quality);
    expect(found.filter((quality) => quality !== 'communication' && quality !== 'responsiveness')).toEqual([]);
  });

  it('marks places inside the draft whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (said, draft) => {
        const check = checkDraft({ customerText: said, draft });
        for (const { start, end } of check.marks) expect(0 <= start && start < end && end <= draft.length).toBe(true);
        for (const { quotes } of [...check.seen, ...check.skipped])
          for (const { of, start, end, quote } of quotes)
            expect((of === 'draft' ? draft : said).slice(start, end)).toBe(quote);
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});
