import { describe, expect, it } from 'vitest';
import { writeCsvRow } from './write-csv-row.ts';

describe('a CSV row', () => {
  it('disarms every cell that a spreadsheet would compute', () => {
    for (const cell of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx']) {
      expect(writeCsvRow([cell]).replace(/^"/, '').startsWith("'")).toBe(true);
    }
  });

  it('quotes what needs quotes, and leaves numbers of ours alone', () => {
    expect(writeCsvRow(['a,b', 'say "hi"', -0.5, true, null, 'plain'])).toBe('"a,b","say ""hi""",-0.5,true,,plain\r\n');
  });
});
