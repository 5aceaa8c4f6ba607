import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastReviews } from './read-past-reviews.ts';
import { guessScale, readRating, readScale } from './read-rating.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const header = 'Ticket ID,Agent,Reviewer,Category,Rating,Scale,Comment,Date';
const read = (rows: readonly string[], options = {}) => readPastReviews(bytesOf([header, ...rows].join('\n')), options);

describe('a file of past reviews', () => {
  it('is read with guessed columns, on scales from 0 to 100', async () => {
    const { columns, reviews, problems } = await read([
      '17,Ada,Cy,Empathy,4,1-5,"Kind, and quick",2025-01-31',
      '17,Ada,Dee,Empathy,met,,,31/01/2025',
      '18,Bo,Cy,Greeting,n/a,1-5,,',
      '18,Bo,Cy,Closing,80%,,,',
    ]);
    expect(problems).toEqual([]);
    expect(columns).toMatchObject({ conversation: 'Ticket ID', reviewee: 'Agent', rating: 'Rating', date: 'Date' });
    expect(reviews.map(({ score, line }) => [line, score])).toEqual([
      [2, 75],
      [3, 100],
      [4, null],
      [5, 80],
    ]);
    expect(reviews[0]).toMatchObject({ comment: 'Kind, and quick', at: '2025-01-31T00:00:00.000Z' });
    expect(reviews[1]?.at).toBe('2025-01-31T00:00:00.000Z');
  });

  it('tells of every row it cannot read the line, the column, the reason and the way out, and keeps its text', async () => {
    const { reviews, problems } = await read([
      '17,Ada,Cy,Empathy,9,1-5,,',
      ',Ada,Cy,Empathy,4,1-5,,',
      '17,Ada,Cy,Empathy,brilliant,1-5,,',
      '17,Ada,Cy,Empathy,4,1-5,,someday',
      '17,Ada,Cy,Empathy,4,1-5',
      '17,Ada,Cy,Empathy,4,1-5,,2025-02-01',
    ]);
    expect(reviews).toHaveLength(1);
    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'Rating', '9 is not on the scale from 1 to 5.'],
      [3, 'Ticket ID', 'It names no conversation.'],
      [4, 'Rating', '“brilliant” is no rating that can be read.'],
      [5, 'Date', '“someday” is no date that can be read.'],
      [6, null, 'The row has 6 cells where the file has 8 columns.'],
    ]);
    expect(problems[4]?.row).toBe('17,Ada,Cy,Empathy,4,1-5');
    expect(problems.every(({ wayOut }) => wayOut !== '')).toBe(true);
  });

  it('finds the scale of each category from all its ratings, unless a person says it', async () => {
    const rows = ['1,Ada,Cy,Greeting,1,,,', '2,Ada,Cy,Greeting,0,,,', '1,Ada,Cy,Tone,2,,,', '2,Ada,Cy,Tone,5,,,'];
    const guessed = await read(rows);
    expect(guessed.scales).toEqual([
      { category: 'Greeting', lowest: 0, highest: 1, said: false },
      { category: 'Tone', lowest: 1, highest: 5, said: false },
    ]);
    expect(guessed.reviews.map(({ score }) => score)).toEqual([100, 0, 25, 100]);
    expect((await read(rows, { scale: '0-10' })).reviews.map(({ score }) => score)).toEqual([10, 0, 20, 50]);
  });

  it('takes the columns a person chose', async () => {
    const file = bytesOf('a;b;c\n17;Tone;yes\n');
    expect((await readPastReviews(file)).reviews).toEqual([]);
    const columns = { conversation: 'a', category: 'b', rating: 'c' };
    expect((await readPastReviews(file, { columns })).reviews).toMatchObject([{ conversation: '17', score: 100 }]);
  });

  it('refuses what is no table', async () => {
    await expect(readPastReviews(bytesOf(''))).rejects.toThrow('The file is empty.');
    await expect(readPastReviews(bytesOf(header))).rejects.toThrow('no other row');
  });

  it('loses no row, whatever stands in it', async () => {
    const cell = fc.stringMatching(/^[a-z0-9"%/. -]{0,6}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          const plain = rows.map((cells) => cells.map((one) => one.replaceAll('"', '')));
          // A table of blanks is refused as one without rows.
          fc.pre(plain.flat().some((one) => one.trim() !== ''));
          const found = await read(plain.map((cells) => cells.join(',')));
          expect(found.reviews.length + found.problems.length).toBe(found.rows);
          for (const { score } of found.reviews) expect(score === null || (score >= 0 && score <= 100)).toBe(true);
        },
      ),
    );
  });
});

describe('ratings and scales', () => {
  it('are read as people write them', () => {
    expect(readRating('4/5')).toEqual({ kind: 'share', share: 0.8 });
    expect(readRating('3,5')).toEqual({ kind: 'number', value: 3.5 });
    expect(readRating('Not applicable')).toEqual({ kind: 'not-applicable' });
    expect(readRating('7/5').kind).toBe('unknown');
    expect(readScale('5 points')).toEqual({ lowest: 1, highest: 5 });
    expect(readScale('binary')).toEqual({ lowest: 0, highest: 1 });
    expect(readScale('100')).toEqual({ lowest: 0, highest: 100 });
    expect(readScale('5-1')).toBeNull();
    expect(guessScale([1, 2, 3])).toEqual({ lowest: 1, highest: 3 });
    expect(guessScale([12, 250])).toBeNull();
  });
});
