import type { CategoryRule } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { conversationOfExample } from '../example-conversation.ts';
import { readConversation } from '../read-conversation.ts';
import { findRuleMoments, scoreRuleMoments } from './find-rule-moments.ts';

const rule = (parts: Partial<CategoryRule>): CategoryRule => ({
  ...{ openedBy: 'complain', acts: ['apologise'], wanted: true, within: 'next-reply' },
  ...parts,
});
type Turn = { role: 'customer' | 'agent'; text: string; author?: string };
const momentsOf = (turns: readonly Turn[], parts: Partial<CategoryRule> = {}, agent?: string) => {
  const reading = readConversation(conversationOfExample(turns));
  return findRuleMoments(rule(parts), reading, agent ?? reading.agents[0] ?? '');
};

const complaint: Turn = {
  role: 'customer',
  text: 'This is the second broken lamp you have sent me. I am really unhappy with this service.',
};
const sorry: Turn = { role: 'agent', text: 'I am very sorry that the second lamp came broken as well.' };
const plain: Turn = { role: 'agent', text: 'What is your order number?' };

describe('a rule over acts', () => {
  it('is met by a reply that does the act, with the words on both sides as evidence', () => {
    const [moment] = momentsOf([complaint, sorry]);
    expect(moment).toMatchObject({ verdict: 'met', response: { quote: sorry.text } });
    expect(complaint.text).toContain(moment?.trigger?.quote);
  });

  it('is missed when the next reply does not, and met later only if later counts', () => {
    const turns = [complaint, plain, { role: 'customer', text: 'It is KX 4411.' } as const, sorry];
    expect(momentsOf(turns)[0]).toMatchObject({ verdict: 'missed', response: null });
    expect(momentsOf(turns, { within: 'next-three-replies' })[0]?.verdict).toBe('met');
    expect(momentsOf(turns, { within: 'conversation' })).toHaveLength(1);
  });

  it('has no moment where nothing calls for it, so there is no score', () => {
    const moments = momentsOf([{ role: 'customer', text: 'What are your opening hours on Saturday?' }, plain]);
    expect([moments, scoreRuleMoments(moments)]).toEqual([[], null]);
  });

  it('can ask for an act not to be there', () => {
    const unwanted = { openedBy: null, acts: ['ask'], wanted: false, within: 'conversation' } as const;
    expect(momentsOf([complaint, plain], { ...unwanted, acts: ['ask'] })[0]).toMatchObject({
      verdict: 'missed',
      response: { quote: plain.text },
      trigger: null,
    });
    expect(momentsOf([complaint, sorry], { ...unwanted, acts: ['blame'] })[0]).toMatchObject({
      verdict: 'met',
      response: null,
    });
  });

  it('leaves to a colleague what the colleague has answered', () => {
    const turns = [
      complaint,
      { ...sorry, author: 'Ada' },
      { role: 'agent', text: 'A new lamp is on its way to you now.', author: 'Bo' } as const,
    ];
    expect(momentsOf(turns, {}, 'Ada')).toHaveLength(1);
    expect(momentsOf(turns, {}, 'Bo')).toEqual([]);
  });

  it('scores the share of moments met', () => {
    const moments = momentsOf([complaint, sorry, complaint, plain]);
    expect(moments.map(({ verdict }) => verdict)).toEqual(['met', 'missed']);
    expect(scoreRuleMoments(moments)).toBe(50);
  });
});
