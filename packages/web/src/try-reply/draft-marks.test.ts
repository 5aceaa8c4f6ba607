import { checkDraft } from '@rapport/qualities/check-draft';
import { describe, expect, it } from 'vitest';
import { customerMarks, draftMarks, splitHeadline } from './draft-marks.ts';
import { examples } from './examples.ts';

describe('the headline', () => {
  it('marks what the customer said', () => {
    expect(splitHeadline('Two things they said that your draft skips.')).toEqual({
      marked: 'Two things they said',
      rest: 'that your draft skips.',
    });
  });
  it('stays plain otherwise', () => {
    expect(splitHeadline('Your draft answers what they said.').marked).toBe('');
  });
});

describe('the examples', () => {
  it.each(examples.map((example, index) => ({ ...example, index })))(
    'number $index: every mark lies exactly under the words it names',
    ({ customerText, draft }) => {
      const check = checkDraft({ customerText, draft });
      for (const finding of [...check.skipped, ...check.seen]) {
        for (const quote of finding.quotes) {
          const text = quote.of === 'customer' ? customerText : draft;
          expect(text.slice(quote.start, quote.end)).toBe(quote.quote);
        }
      }
      for (const mark of draftMarks(check)) expect(draft.slice(mark.start, mark.end).trim()).not.toBe('');
      for (const mark of customerMarks(check)) expect(check.skipped.length).toBeGreaterThanOrEqual(mark.number ?? 0);
    },
  );

  it('show a draft that skips something, and one that leaves little out', () => {
    const skipped = examples.map(({ customerText, draft }) => checkDraft({ customerText, draft }).skipped.length);
    expect(skipped[0]).toBeGreaterThan(0);
    expect(skipped.at(-1)).toBeLessThan(skipped[0] ?? 0);
  });
});
