import { describe, expect, it } from 'vitest';
import { isNotFetched, notFetched } from './page-not-fetched.ts';

describe('a page that was not fetched', () => {
  it('is told from one that broke while drawing', () => {
    expect(isNotFetched(new Error('Unable to preload CSS for /assets/OutcomesPage.css'))).toBe(true);
    expect(isNotFetched(new TypeError('Failed to fetch dynamically imported module: http://a/x.js'))).toBe(true);
    expect(isNotFetched(new TypeError('x is undefined'))).toBe(false);
    expect(isNotFetched('Unable to preload CSS')).toBe(false);
  });

  it('names a way out', () => {
    expect(notFetched().parts.wayOut).toContain('Try again');
  });
});
