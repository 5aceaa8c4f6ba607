import { describe, expect, it } from 'vitest';
import { type DescribedParts, describeConversation } from './describe-conversation.ts';

const nothing: DescribedParts = {
  messages: [],
  moments: [],
  orderOfCare: [],
  signals: [],
  exceptional: false,
  notScored: null,
  scorerVersion: 'v1',
  wroteAgain: null,
};

const said = { messageId: 'm1', start: 0, end: 2, quote: 'Hi' };
const momentOf = (quality: 'empathy' | 'patience' | 'knowledge', verdict: 'met' | 'partly' | 'missed') => ({
  ...{ quality, verdict, confidence: 0.8, weight: 1, rule: 'r', why: 'w', agent: 'Agent 1' },
  trigger: said,
  response: null,
});
const stepOf = (step: 'acknowledged' | 'fix-offered', outOfOrder = false) => ({
  ...{ step, outOfOrder, messageId: 'm2', at: null, agent: 'Agent 1' },
});
const feltOf = (valence: number) => ({
  ...{ id: 'm', at: null, role: 'customer' as const, author: 'Kim', text: 'x', visibility: 'public' as const },
  scored: false,
  emotion: { valence, label: 'neutral' },
});

describe('the one sentence on a conversation', () => {
  it('says that the fix came first, and how the customer ended', () => {
    const sentence = describeConversation({
      ...nothing,
      moments: [momentOf('empathy', 'missed')],
      orderOfCare: [stepOf('fix-offered', true), stepOf('acknowledged')],
      messages: [feltOf(-0.6), feltOf(0.5)],
    });
    expect(sentence).toBe(
      'The fix came before the trouble was acknowledged; the customer ended happier than they began.',
    );
  });

  it('says when no reply acknowledged the trouble, and puts a threat to leave before a thank-you', () => {
    const sentence = describeConversation({
      ...nothing,
      moments: [momentOf('empathy', 'missed')],
      signals: [
        { kind: 'thanked', said },
        { kind: 'threatened-to-leave', said },
      ],
    });
    expect(sentence).toBe('The replies never acknowledged the trouble; the customer spoke of leaving.');
  });

  it('names the moments that stayed unmet, not the person', () => {
    const sentence = describeConversation({
      ...nothing,
      moments: [momentOf('patience', 'missed'), momentOf('knowledge', 'missed'), momentOf('patience', 'missed')],
    });
    expect(sentence).toBe('The replies left a moment of patience and knowledge unmet.');
  });

  it('calls nothing acknowledged or met that a moment below it calls missed or partly met', () => {
    const of = (...moments: DescribedParts['moments']) => describeConversation({ ...nothing, moments });
    expect(of(momentOf('empathy', 'met'))).toBe(
      'The trouble was acknowledged, and the replies met what was called for.',
    );
    expect(of(momentOf('empathy', 'met'), momentOf('patience', 'missed'))).toBe(
      'The trouble was acknowledged, but the replies left a moment of patience unmet.',
    );
    expect(of(momentOf('knowledge', 'partly'), momentOf('patience', 'met'))).toBe(
      'The replies met what was called for, knowledge only in part.',
    );
    const late = { ...nothing, orderOfCare: [stepOf('acknowledged')], moments: [momentOf('empathy', 'missed')] };
    expect(describeConversation(late)).toBe('The replies left a moment of empathy unmet.');
  });

  it('says why nothing was scored, that scores are awaited, and that nothing called for anything', () => {
    expect(describeConversation({ ...nothing, notScored: 'bot-only' })).toContain('Only a bot answered');
    expect(describeConversation({ ...nothing, scorerVersion: null })).toBe('It is stored and waits for its scores.');
    expect(describeConversation(nothing)).toBe('Nothing in it called for a service quality.');
  });

  it('does not make a change of feeling of one lukewarm phrase', () => {
    const sentence = describeConversation({
      ...nothing,
      moments: [momentOf('knowledge', 'met')],
      messages: [feltOf(0), feltOf(0.2)],
    });
    expect(sentence).toBe('The replies met what was called for.');
  });
});
