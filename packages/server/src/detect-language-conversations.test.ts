import type { Message } from '@rapport/contract';
import { scoreConversation } from '@rapport/qualities';
import { describe, expect, it } from 'vitest';
import { foreignDialogues, shortEnglish } from './detect-language.fixture.ts';
import { languageOf } from './detect-language.ts';

type Line = readonly [author: 'Ann' | 'Ben' | 'Cleo', text: string];

const score = (...lines: readonly Line[]) =>
  scoreConversation(
    {
      id: '1',
      channel: 'chat',
      subject: '',
      customer: null,
      assignee: null,
      status: null,
      tags: [],
      resolved: null,
      csatRaw: null,
      csatMax: null,
      language: null,
      outcomes: {},
      messages: lines.map(
        ([author, text], index): Message => ({
          id: String(index + 1),
          at: null,
          role: author === 'Ann' ? 'customer' : 'agent',
          author,
          text,
          visibility: 'public',
        }),
      ),
    },
    { languageOf },
  );

/** Languages so near to each other that a short text may pass for either. */
const asGood: Readonly<Record<string, readonly string[]>> = {
  no: ['no', 'nb', 'da'],
  hr: ['hr', 'sr', 'bs', 'sl'],
  id: ['id', 'ms'],
};

const upset = 'My washing machine leaks all over the kitchen and nobody calls me back. I am really upset.';
const kind = 'A flooded kitchen is awful, and I am sorry that nobody called you back. An engineer comes at eight.';

describe('a conversation in another language', () => {
  it('is tried in more than twenty of them', () => {
    expect(new Set(foreignDialogues.map(([language]) => language)).size).toBeGreaterThan(20);
  });

  it.each(foreignDialogues)('gets no score, and the reason: %s', (language, customer, agent) => {
    const { agents, notScored, customerEmotion, language: found } = score(['Ann', customer], ['Ben', agent]);
    expect(agents).toHaveLength(1);
    for (const one of Object.values(agents[0]?.qualities ?? {}))
      expect(one).toMatchObject({ score: null, reason: 'language', moments: [] });
    expect(notScored).toBe('language');
    expect(customerEmotion).toEqual([]);
    expect(asGood[language] ?? [language]).toContain(found);
  });

  it.each(foreignDialogues)(
    'stays without a score when a short reply follows: %s',
    (_language, customer, agent, short) => {
      const { agents } = score(['Ann', customer], ['Ben', agent], ['Ben', short]);
      for (const one of Object.values(agents[0]?.qualities ?? {})) expect(one.score).toBeNull();
    },
  );

  it.each(foreignDialogues)('leaves the English replies their score: %s', (_language, _customer, agent) => {
    const alone = score(['Ann', upset], ['Ben', kind]);
    const mixed = score(['Ann', upset], ['Cleo', agent], ['Ben', kind]);
    const [cleo, ben] = mixed.agents;
    expect(cleo?.qualities.empathy).toMatchObject({ score: null, reason: 'language' });
    expect(ben?.qualities.empathy.score).toBe(alone.agents[0]?.qualities.empathy.score);
    expect(ben?.qualities.professionalism.score).not.toBeNull();
  });
});

describe('English', () => {
  it.each(shortEnglish)('is never taken for another language: %s', (text) => {
    const [agent] = score(['Ann', upset], ['Ben', text]).agents;
    expect(agent?.qualities.professionalism.reason).not.toBe('language');
    expect(agent).toBeDefined();
  });

  it.each([
    ['a greeting in Spanish', 'Hola Ann, I have found your parcel, it is at the depot and comes tomorrow.'],
    ['a farewell in French', 'Your refund left us this morning and will be there on Friday. Bonne journée!'],
    ['Hinglish words', 'Ji Ann, I have checked the account, the refund is done, aap please check once tomorrow.'],
    ['Singlish', 'Don’t worry lah, I already sent the new cable to you, it will reach by tomorrow can?'],
    ['a quoted menu', 'The Menü on the screen says "Einstellungen", please press that and then choose your language.'],
  ])('with a few words of another language is scored: %s', (_name, text) => {
    expect(score(['Ann', upset], ['Ben', text]).agents[0]?.qualities.professionalism.score).not.toBeNull();
  });

  it.each([
    [
      'a greeting in English',
      'Hello Ann! Ihr Paket liegt im Lager in Leeds und wird morgen früh bei Ihnen zugestellt.',
    ],
    ['an English closing', 'Votre remboursement est parti ce matin et sera sur votre compte vendredi. Best regards'],
    [
      'English brand words',
      'Bitte öffnen Sie die App, gehen Sie auf Settings und drücken Sie dort auf Reset Password.',
    ],
  ])('a foreign reply with %s is not scored', (_name, text) => {
    expect(score(['Ann', upset], ['Ben', text]).agents[0]?.qualities.professionalism).toMatchObject({
      score: null,
      reason: 'language',
    });
  });
});
