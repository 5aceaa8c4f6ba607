import type { Conversation, Message } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { findOrderOfCare } from './care/find-order-of-care.ts';
import { findSignals } from './care/find-signals.ts';
import { findGoodwill } from './goodwill/find-goodwill.ts';
import { findPromises } from './promises/find-promises.ts';
import { readConversation } from './read-conversation.ts';
import { scoreConversation } from './score-conversation.ts';

type Line = readonly [role: Message['role'], text: string, at?: string | undefined, more?: Partial<Message>];

const conversationOf = (...lines: Line[]): Conversation => ({
  id: 'c1',
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
  messages: lines.map(([role, text, at, more], index) => ({
    id: `m${index}`,
    at: at ? `2025-03-04T${at}:00.000Z` : null,
    role,
    author: role === 'agent' ? 'Ben' : role === 'customer' ? 'Ann' : role,
    text,
    visibility: 'public' as const,
    ...more,
  })),
});

const read = (...lines: Line[]) => readConversation(conversationOf(...lines));

describe('reading a conversation', () => {
  it('scores public replies of agents only: no bots, notes, system lines, auto-replies or quotes', () => {
    const reading = read(
      ['customer', 'My lamp is broken.'],
      ['bot', 'We are so sorry, a colleague will be with you.'],
      ['system', 'Ben joined the chat.'],
      ['agent', 'Customer sounds difficult, careful.', undefined, { visibility: 'internal' }],
      ['agent', 'I am out of the office until Monday.'],
      ['agent', 'Sorry about the lamp.\n\nOn Monday, Ann wrote:\n> You are wonderful, thank you'],
    );
    expect(reading.messages.map((one) => one.scorable)).toEqual([false, false, false, false, false, true]);
    expect(reading.agents).toEqual(['Ben']);
    expect(reading.messages[5]?.sentences.map((sentence) => sentence.text)).toEqual(['Sorry about the lamp.']);
  });

  it('never gives an agent, a bot or the system a feeling', () => {
    const reading = read(
      ['customer', 'I am furious!'],
      ['agent', 'I am furious too, this is terrible and I am so sad and angry!'],
      ['bot', 'I am so happy!'],
      ['system', 'Great!'],
    );
    expect(reading.messages.map((one) => one.emotion !== null)).toEqual([true, false, false, false]);
  });

  it('does not score other languages', () => {
    const conversation = conversationOf(
      ['customer', 'My lamp is broken since Monday.'],
      ['agent', 'Es tut mir sehr leid, ich schicke Ihnen eine neue Lampe.'],
    );
    const reading = readConversation(conversation, { languageOf: (text) => (text.includes('leid') ? 'de' : 'en') });
    expect(reading.messages[1]).toMatchObject({ scorable: false, language: 'de' });
    expect(reading.agents).toEqual([]);
  });

  it('counts waits from the first unanswered message of the other side; bots answer nobody', () => {
    const reading = read(
      ['customer', 'Hello', '10:00'],
      ['bot', 'Hi', '10:00'],
      ['customer', 'Anyone?', '10:05'],
      ['agent', 'Hello Ann', '10:10'],
      ['agent', 'How can I help?', '10:11'],
      ['customer', 'My lamp', '10:13'],
    );
    expect(reading.messages.map((one) => one.waitSeconds)).toEqual([null, null, null, 600, null, 180]);
  });

  it('quotes exactly, whatever is found', () => {
    const conversation = conversationOf(
      ['customer', 'You charged me twice! This is ridiculous.', '10:00'],
      [
        'agent',
        "I'm so sorry, Ann. I've refunded the second payment and added a £10 credit for the trouble. I'll call you tomorrow.",
        '10:05',
      ],
      ['customer', 'Thank you. It works now.', '10:06'],
    );
    const reading = readConversation(conversation);
    const quotes = [
      ...findPromises(reading).map((one) => one.said),
      ...findGoodwill(reading).map((one) => one.said),
      ...findSignals(reading).map((one) => one.said),
    ];
    expect(quotes.length).toBeGreaterThanOrEqual(3);
    for (const { messageId, start, end, quote } of quotes) {
      const text = conversation.messages.find((one) => one.id === messageId)?.text ?? '';
      expect(text.slice(start, end)).toBe(quote);
    }
  });
});

describe('promises', () => {
  it('carry what, when and by whom', () => {
    const [promise] = findPromises(
      read(
        ['customer', 'Where is my parcel?', '10:00'],
        ['agent', "I'll call the depot and ring you back by 3 pm.", '10:30'],
      ),
    );
    expect(promise).toMatchObject({
      agent: 'Ben',
      dueAt: '2025-03-04T15:00:00.000Z',
      dueWords: 'by 3 pm',
      state: 'open',
      sign: null,
    });
    expect(promise?.what).toBe('call the depot and ring you back by 3 pm');
  });
  it('are broken only in the words of the customer', () => {
    const lines: Line[] = [
      ['customer', 'Where is my refund?'],
      ['agent', "I'll send the refund today."],
    ];
    expect(
      findPromises(read(...lines, ['customer', 'You said you would send the refund, still no refund.']))[0]?.state,
    ).toBe('broken-said-customer');
    expect(findPromises(read(...lines, ['customer', 'Do you sell lamps?']))[0]?.state).toBe('no-sign-yet');
    expect(findPromises(read(...lines, ['agent', "As promised, I've sent the refund."]))[0]?.state).toBe(
      'kept-in-text',
    );
  });
});

describe('goodwill', () => {
  it.each<[string, number | null, string | null]>([
    ["I've added a £15 credit to your account for the trouble.", 1500, 'GBP'],
    ["We've put 20 EUR on your account as a gesture of goodwill.", 2000, 'EUR'],
    ['As a sorry I have given you a free month.', 0, null],
    ["I've taken the delivery charge off your bill as a gesture of goodwill.", null, null],
  ])('%s', (text, amountCents, currency) => {
    expect(findGoodwill(read(['customer', 'The food was cold.'], ['agent', text]))[0]).toMatchObject({
      amountCents,
      currency,
    });
  });
  it('is not a refund that was owed', () => {
    expect(
      findGoodwill(read(['customer', 'You charged me twice.'], ['agent', 'The duplicate payment of $28 is refunded.'])),
    ).toEqual([]);
  });
});

describe('order of care', () => {
  const fixOf = (...lines: Line[]) =>
    scoreConversation(conversationOf(...lines)).orderOfCare.find((one) => one.step === 'fix-offered');

  it('names a fix before any acknowledgement out of order', () => {
    const trouble: Line = ['customer', 'My order never arrived and the party is ruined, this is terrible!'];
    expect(
      fixOf(trouble, ['agent', "I've sent a new one."], ['agent', 'I am so sorry about the party.'])?.outOfOrder,
    ).toBe(true);
    expect(
      fixOf(trouble, ['agent', 'I am so sorry about the party.'], ['agent', "I've sent a new one."])?.outOfOrder,
    ).toBe(false);
  });

  it('says so only where a moment of empathy or people first is open too', () => {
    const asked: Line = ['customer', 'I have not received the extra points, can you add them?'];
    const fix: Line = ['agent', "I've added the points to your account."];
    const reading = readConversation(conversationOf(asked, fix));
    expect(findOrderOfCare(reading, []).some((one) => one.outOfOrder)).toBe(false);
  });
});

describe('signals', () => {
  it('are said by customers only', () => {
    const signals = findSignals(
      read(
        ['customer', 'I want to speak to your manager!'],
        ['agent', 'My manager says thank you.'],
        ['customer', 'Thank you.'],
      ),
    );
    expect(signals.map((one) => one.kind)).toEqual(['asked-for-manager', 'thanked']);
  });
});
