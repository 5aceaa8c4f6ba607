import { conversationScore, qualityIds } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { conversationOfExample } from './example-conversation.ts';
import { scoreConversation } from './score-conversation.ts';
import { scorerVersion } from './scorer-version.ts';

const complaint = {
  role: 'customer',
  text: 'My tent never came and we leave for our trip tomorrow. I am so upset!',
} as const;
const answer = {
  role: 'agent',
  author: 'Ana',
  text: 'Hello, I am sorry. A new tent is on its way and will be there tonight.',
} as const;

describe('scoreConversation', () => {
  it('gives every author all fourteen qualities in the form of the contract', () => {
    const score = scoreConversation(conversationOfExample([complaint, answer]));
    expect(conversationScore.parse(score)).toEqual(score);
    expect(score.agents.map(({ agent }) => agent)).toEqual(['Ana']);
    expect(Object.keys(score.agents[0]?.qualities ?? {}).toSorted()).toEqual([...qualityIds].toSorted());
    expect(score.scorerVersion).toBe(scorerVersion);
    expect(score.notScored).toBeNull();
  });

  it('gives a score exactly where there are moments, else a reason', () => {
    const score = scoreConversation(conversationOfExample([complaint, answer]));
    for (const quality of Object.values(score.agents[0]?.qualities ?? {})) {
      expect(quality.score === null).toBe(quality.moments.length === 0);
      expect(quality.verdict === 'no-opportunity').toBe(quality.score === null);
      expect(quality.reason !== undefined).toBe(quality.score === null);
    }
  });

  it('judges two agents of one conversation each for their own replies', () => {
    const rude = { role: 'agent', author: 'Ben', text: 'This is not my damn problem, you idiot.' } as const;
    const score = scoreConversation(conversationOfExample([complaint, rude, { ...complaint }, answer]));
    const verdicts = Object.fromEntries(score.agents.map((one) => [one.agent, one.qualities.professionalism.verdict]));
    expect(verdicts).toEqual({ Ben: 'missed', Ana: 'met' });
  });

  it('names authors by their stable id where the source has one', () => {
    const conversation = conversationOfExample([complaint, answer]);
    const messages = conversation.messages.map((one) => (one.role === 'agent' ? { ...one, authorId: 'u-7' } : one));
    const [agent] = scoreConversation({ ...conversation, messages }).agents;
    expect(agent).toMatchObject({ agent: 'Ana', agentId: 'u-7' });
    expect(agent?.qualities.professionalism.moments).not.toEqual([]);
  });

  it('says why nobody was scored', () => {
    const bot = { role: 'bot', text: 'Hello, I am the assistant of the shop.' } as const;
    const reason = (turns: Parameters<typeof conversationOfExample>[0]) =>
      scoreConversation(conversationOfExample(turns)).notScored;
    expect(reason([complaint])).toBe('no-agent-reply');
    expect(reason([complaint, bot])).toBe('bot-only');
    expect(reason([answer])).toBe('no-customer');
    expect(reason([complaint, { role: 'agent', text: 'Ok.' }])).toBe('too-little-text');
  });

  it('does not score replies in another language, and says so', () => {
    const german = {
      role: 'agent',
      author: 'Uwe',
      text: 'Es tut uns sehr leid, wir kümmern uns sofort um Ihr Paket.',
    } as const;
    const languageOf = (text: string) => (/\b(?:wir|tut|Ihr)\b/.test(text) ? 'de' : 'en');
    const only = scoreConversation(conversationOfExample([complaint, german]), { languageOf });
    expect(only.notScored).toBe('language');
    expect(only.agents[0]?.qualities.empathy).toMatchObject({ score: null, reason: 'language' });
    const mixed = scoreConversation(conversationOfExample([complaint, german, answer]), { languageOf });
    expect(mixed.notScored).toBeNull();
    expect(mixed.agents.map((one) => [one.agent, one.qualities.professionalism.score === null])).toEqual([
      ['Uwe', true],
      ['Ana', false],
    ]);
  });

  it('gives one line for a conversation without messages', () => {
    expect(scoreConversation(conversationOfExample([]))).toMatchObject({ agents: [], notScored: 'no-customer' });
  });

  it('is the same every time', () => {
    const conversation = conversationOfExample([complaint, answer, { role: 'customer', text: 'Thank you so much!' }]);
    expect(scoreConversation(conversation)).toEqual(scoreConversation(conversation));
  });
});
