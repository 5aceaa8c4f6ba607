import type { ConversationDetail } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { offerQuotes } from './offer-quotes.ts';

type Detail = Pick<ConversationDetail, 'messages' | 'signals' | 'moments' | 'customer' | 'assessments'>;

const said = (messageId: string, quote: string) => ({ messageId, start: 0, end: quote.length, quote });
const message = (id: string, role: 'customer' | 'agent', author: string, text: string) => ({
  ...{ id, role, author, text, at: null, visibility: 'public' as const, scored: true, emotion: null },
});
const detail: Detail = {
  assessments: [{ agentId: '1', agent: 'Agent 1', qualities: {} as Detail['assessments'][number]['qualities'] }], // none is read here
  customer: 'Kim',
  messages: [
    message('1', 'agent', 'Agent 1', 'I have sent a new kettle.'),
    message('2', 'agent', 'Agent 2', 'Send it in.'),
    message('3', 'customer', 'Kim', 'Thank you for the kettle!'),
  ],
  signals: [{ kind: 'thanked', said: said('3', 'Thank you for the kettle!') }],
  moments: [
    {
      ...{
        agent: 'Agent 1',
        quality: 'problem-solving',
        verdict: 'met',
        confidence: 0.9,
        weight: 1,
        rule: 'r',
        why: 'w',
      },
      trigger: null,
      response: said('1', 'I have sent a new kettle.'),
    },
  ],
};

describe('words offered for thanks', () => {
  it('are the selection, the customer’s thanks, and replies that met a moment, each once', () => {
    const offered = offerQuotes(detail, 'Agent 1', { messageId: '1', quote: 'a new kettle' });
    expect(offered.map(({ quote }) => quote)).toEqual([
      'a new kettle',
      'Thank you for the kettle!',
      'I have sent a new kettle.',
    ]);
    expect(offerQuotes(detail, 'Agent 1', { messageId: '3', quote: 'Thank you for the kettle!' })).toHaveLength(2);
  });

  it('are only their own of a colleague whose scores are not shown', () => {
    expect(offerQuotes(detail, 'Agent 2', null).map(({ quote }) => quote)).toEqual(['Send it in.']);
  });

  it('are never a third person’s words, nor words that do not stand there', () => {
    expect(offerQuotes(detail, 'Agent 1', { messageId: '2', quote: 'Send it in.' })[0]?.messageId).toBe('3');
    const changed = { ...detail, messages: detail.messages.slice(0, 2) };
    expect(offerQuotes(changed, 'Agent 1', null).map(({ messageId }) => messageId)).toEqual(['1']);
  });
});
