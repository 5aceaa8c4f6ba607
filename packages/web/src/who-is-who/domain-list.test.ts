import { describe, expect, it } from 'vitest';
import { parseDomains } from './domain-list.ts';

describe('domains as a person writes them', () => {
  it('takes commas, blanks, whole addresses and capitals', () => {
    expect(parseDomains(' Lamps.example, support@bulbs.example;lamps.example ')).toEqual({
      domains: ['lamps.example', 'bulbs.example'],
      wrong: null,
    });
    expect(parseDomains('')).toEqual({ domains: [], wrong: null });
  });

  it('names the first word that is none', () => {
    expect(parseDomains('lamps.example http://x').wrong).toBe('http://x');
    expect(parseDomains('lamps').wrong).toBe('lamps');
  });
});
