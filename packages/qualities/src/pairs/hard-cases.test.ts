import type { Conversation, Message } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { scoreConversation } from '../score-conversation.ts';
import { hardCases } from './hard-cases.ts';
import { conversationOf, type Turn } from './pair.ts';
import { wronglyJudged } from './wrongly-judged.ts';

describe('a hard case', () => {
  it.each(hardCases.filter(({ open }) => !open))('$about: $id', (one) => {
    expect(wronglyJudged(one)).toEqual([]);
  });
  it.skip.each(hardCases.filter(({ open }) => open))('$about: $id (skipped: $open)', (one) => {
    expect(wronglyJudged(one)).toEqual([]);
  });
  it('comes at least twice of each sort', () => {
    for (const { about } of hardCases)
      expect(hardCases.filter((one) => one.about === about).length).toBeGreaterThanOrEqual(2);
  });
});

const ann = (text: string): Turn => ({ role: 'customer', author: 'Ann', text });
const ben = (text: string): Turn => ({ role: 'agent', author: 'Ben', text });
const changed = (conversation: Conversation, at: number, more: Partial<Message>): Conversation => ({
  ...conversation,
  messages: conversation.messages.map((message, index) => (index === at ? { ...message, ...more } : message)),
});

describe('told in an earlier conversation of the same customer', () => {
  const earlier = [
    conversationOf('1', [ann('My account number is 4477-2213, the tap drips.'), ben('It is fixed now.')]),
  ];
  it.each([
    ['the account number', 'The tap drips again.', 'Could you tell me your account number?'],
    ['the same in other words', 'It drips once more.', 'What is the account number, please?'],
  ])('%s is not to be asked again', (_name, asks, reply) => {
    const conversation = conversationOf('2', [ann(asks), ben(reply)]);
    const [known] = scoreConversation(conversation, { earlier }).agents;
    const [unknown] = scoreConversation(conversation).agents;
    expect(known?.qualities['active-listening'].moments.map(({ rule }) => rule)).toContain('asked-again');
    expect(known?.qualities['active-listening'].verdict).toBe('missed');
    expect(unknown?.qualities['active-listening'].moments.map(({ rule }) => rule)).not.toContain('asked-again');
  });
});

describe('never judged', () => {
  const upset = ann('My order never came and I am very upset about it.');
  it.each<[string, string, Partial<Message>]>([
    ['a bot', 'Get lost, this is not my problem.', { role: 'bot' }],
    ['the system', 'Ben has left the chat, what a pity.', { role: 'system' }],
    ['an internal note', 'This one is a liar, be careful.', { visibility: 'internal' }],
    ['an out-of-office reply', 'I am out of the office until Monday and cannot read this.', {}],
    ['a receipt', 'Your request (#4411) has been received and is being reviewed.', {}],
  ])('%s', (_name, text, more) => {
    const score = scoreConversation(changed(conversationOf('1', [upset, ben(text)]), 1, more));
    expect(score.agents).toEqual([]);
    expect(score.notScored).not.toBeNull();
  });
  it('quoted text, in marks and below a header', () => {
    const reply = 'Your order is on the van for today.';
    const quoted = '\n\nOn Monday, Ann wrote:\n> This is not my problem, you idiots.';
    const [plain] = scoreConversation(conversationOf('1', [upset, ben(reply)])).agents;
    const [withQuote] = scoreConversation(conversationOf('1', [upset, ben(reply + quoted)])).agents;
    expect(withQuote?.qualities).toEqual(plain?.qualities);
  });
  it('a quoted auto-reply does not make the reply above it one', () => {
    const text = 'I have found your parcel, Ann.\n\nOn Monday, Ann wrote:\n> Automatic reply: I am out of the office.';
    expect(scoreConversation(conversationOf('1', [upset, ben(text)])).agents).toHaveLength(1);
  });
});

describe('thirty turns', () => {
  const steps = ['box', 'cable', 'lamp', 'switch', 'cover', 'screw', 'button'];
  const long = (kind: (step: string) => string): Turn[] =>
    Array.from({ length: 15 }, (_, at) => steps[at % steps.length] ?? 'box').flatMap((step, at) => [
      ann(`I am at the ${step} now, step ${at + 1}. What do I do with the ${step}?`),
      ben(kind(step)),
    ]);
  it.each([
    ['kept patiently', (step: string) => `Turn the ${step} to the left and pull it out. Does the ${step} come off?`],
    ['kept shortly', (step: string) => `Pull the ${step} out.`],
  ])('%s are read to the end, with quotes that match their place', (_name, kind) => {
    const conversation = conversationOf('1', long(kind));
    const moments = Object.values(scoreConversation(conversation).agents[0]?.qualities ?? {}).flatMap(
      (score) => score.moments,
    );
    expect(moments.some(({ response }) => response?.messageId === '30')).toBe(true);
    for (const { response } of moments) {
      const text = conversation.messages.find(({ id }) => id === response?.messageId)?.text ?? '';
      if (response) expect(text.slice(response.start, response.end)).toBe(response.quote);
    }
  });
});
