import { describe, expect, it } from 'vitest';
import { findWroteAgain } from './find-wrote-again.ts';

const span = (id: string, customer: string | null, from: string, to: string) => ({
  id,
  customer,
  from: `2026-03-${from}T10:00:00.000Z`,
  to: `2026-03-${to}T11:00:00.000Z`,
});

describe('a conversation that the source says takes another one up again', () => {
  const spans = [
    { id: 'first', customer: null, from: '2026-01-01T00:00:00Z', to: '2026-01-01T01:00:00Z' },
    { id: 'again', customer: null, from: '2026-01-04T00:00:00Z', to: '2026-01-04T01:00:00Z', followUpOf: 'first' },
    { id: 'end', customer: 'zoe', from: '2026-03-01T00:00:00Z', to: '2026-03-01T01:00:00Z' },
    { id: 'late', customer: 'ann', from: '2026-02-01T00:00:00Z', to: '2026-02-01T01:00:00Z', followUpOf: 'again' },
    { id: 'lost', customer: 'ben', from: '2026-02-01T00:00:00Z', to: '2026-02-01T01:00:00Z', followUpOf: 'elsewhere' },
  ];
  it('counts within seven days, also where nobody knows the customer', () => {
    const answers = findWroteAgain(spans);
    expect(answers.get('first')).toBe(true);
    expect(answers.get('again')).toBeNull();
    expect(answers.get('late')).toBe(false);
  });
});

describe('findWroteAgain', () => {
  it('is true when the same customer begins another conversation within seven days', () => {
    const answers = findWroteAgain([
      span('a', 'Ana', '01', '01'),
      span('b', 'Ana', '06', '06'),
      span('c', 'Ben', '30', '30'),
    ]);
    expect([...answers]).toEqual([
      ['a', true],
      ['b', false],
      ['c', null],
    ]);
  });

  it('is false after eight days, and unknown where the customer is', () => {
    const answers = findWroteAgain([
      span('a', 'Ana', '01', '01'),
      span('b', 'Ana', '09', '09'),
      span('c', null, '02', '02'),
    ]);
    expect(answers.get('a')).toBe(false);
    expect(answers.get('c')).toBeNull();
  });

  it('takes a name with more than twenty conversations for nobody', () => {
    const many = Array.from({ length: 21 }, (_, i) => span(`g${i}`, 'Guest', '01', '01'));
    const answers = findWroteAgain([...many, span('z', 'Zoe', '30', '30')]);
    expect(answers.get('g0')).toBeNull();
  });

  it('says nothing where most customers write every week anyway', () => {
    const regular = ['Ana', 'Ben', 'Cleo'].flatMap((name) =>
      ['01', '04', '07', '10'].map((day) => span(`${name}-${day}`, name, day, day)),
    );
    expect(new Set(findWroteAgain([...regular, span('z', 'Zoe', '30', '30')]).values())).toEqual(new Set([null]));
  });

  it('does not count a conversation that ran at the same time', () => {
    const answers = findWroteAgain([
      span('a', 'Ana', '01', '03'),
      span('b', 'Ana', '02', '02'),
      span('z', 'Zoe', '30', '30'),
    ]);
    expect(answers.get('a')).toBe(false);
    expect(answers.get('b')).toBe(false);
  });
});
