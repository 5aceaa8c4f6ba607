import { readPastReviews, readScorecardTable } from '@rapport/intake';
import { describe, expect, it } from 'vitest';
import { readPastReviewsApart, readScorecardApart } from './read-tables.ts';

const bytesOf = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\n'));

describe('a table that somebody brings, read in a thread of its own', () => {
  it('gives the reviews that reading in place gives, problems and all', async () => {
    const bytes = bytesOf([
      'conversation,reviewee,reviewer,category,rating,scale,comment,date',
      'c1,Ann,Ben,Empathy,4,1-5,Warm and short,2026-02-03',
      'c2,Ann,Ben,Empathy,nine,1-5,,2026-02-04',
    ]);
    const apart = await readPastReviewsApart(bytes, { scale: 'guess' });
    expect(apart).toEqual(await readPastReviews(bytes, { scale: 'guess' }));
    expect([apart.reviews.length, apart.problems.length]).toEqual([1, 1]);
  });

  it('gives the scorecard that reading in place gives', async () => {
    const bytes = bytesOf(['group,category,weight,scale', 'Care,Empathy,2,2', 'Care,Thanks,1,3']);
    expect(await readScorecardApart(bytes)).toEqual(await readScorecardTable(bytes));
  });

  it('says what is wrong with a file that is no table, as in place', async () => {
    const bytes = new Uint8Array();
    const inPlace = await readPastReviews(bytes).then(
      () => null,
      ({ code, message }: { code: string; message: string }) => ({ code, message }),
    );
    expect(inPlace).toMatchObject({ code: 'unreadable-file' });
    await expect(readPastReviewsApart(bytes, {})).rejects.toMatchObject(inPlace ?? {});
  });
});
