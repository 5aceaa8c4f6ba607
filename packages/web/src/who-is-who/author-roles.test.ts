import type { Author } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { corrections, countRoles, groupAuthors } from './author-roles.ts';

const author = (id: string, messages: number, over: Partial<Author> = {}): Author => ({
  id,
  source: 'csv',
  name: id,
  names: [],
  messages,
  conversations: 1,
  role: 'agent',
  roleGuessed: false,
  proposedRole: null,
  hints: [],
  why: '',
  ...over,
});
const bot = author('bot', 50, { proposedRole: 'bot', hints: ['same-text'] });
const shared = author('support@', 90, { hints: ['shared-name'] });
const few = author('few', 3);
const many = author('many', 70);

describe('who is who', () => {
  it('puts the doubtful on top, those who wrote most first', () => {
    const { doubtful, clear } = groupAuthors([few, bot, many, shared]);
    expect(doubtful.map((one) => one.id)).toEqual(['support@', 'bot']);
    expect(clear.map((one) => one.id)).toEqual(['many', 'few']);
  });

  it('takes the proposal where the person says nothing', () => {
    const unlisted = { agent: 7, customer: 0, bot: 0, system: 0 };
    expect(countRoles([bot, many], {}, unlisted)).toEqual({ agent: 8, customer: 0, bot: 1, system: 0 });
    expect(corrections([bot, many], {})).toEqual({});
  });

  it('sends only what differs from the proposal', () => {
    expect(corrections([bot, many], { bot: 'agent', many: 'agent' })).toEqual({ bot: 'agent' });
  });
});
