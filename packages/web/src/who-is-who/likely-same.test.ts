import type { Author } from '@rapport/contract';
import { expect, it } from 'vitest';
import { likelySame } from './likely-same.ts';

const agent = (id: string, name: string, messages: number, role: Author['role'] = 'agent'): Author => ({
  ...{ id, name, messages, role, source: id, names: [], conversations: 1, roleGuessed: false, proposedRole: null },
  ...{ hints: [], why: '' },
});

it('proposes agents of one full name, however it is spelt, and nobody else', () => {
  const authors = [
    agent('1', 'Ann Lee', 3),
    agent('2', 'LEE, Ánn', 9),
    agent('3', 'Ann', 5),
    agent('4', 'ann', 5),
    agent('5', 'Ann Lee', 1, 'customer'),
    agent('6', 'Bea Moss', 2),
  ];
  expect(likelySame(authors).map((group) => group.map(({ id }) => id))).toEqual([['2', '1']]);
});
