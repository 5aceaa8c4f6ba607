/** What every quality has to pass, whoever wrote it. A new quality is in as soon as it is in `all-qualities.ts`. */
import { type Conversation, type ConversationScore, type Moment, qualityIds } from '@rapport/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allQualities } from './all-qualities.ts';
import { conversationOfExample } from './example-conversation.ts';
import { overallVerdict } from './overall-verdict.ts';
import type { QualityDefinition, QualityExample } from './quality-definition.ts';
import { readConversation } from './read-conversation.ts';
import { authorKey } from './reading.ts';
import { scoreConversation } from './score-conversation.ts';
import { findWeighedMoments } from './weighing/weigh-moments.ts';

const momentsOf = (quality: QualityDefinition, example: QualityExample): Moment[] => {
  const reading = readConversation(conversationOfExample(example.turns), {});
  const agent = example.agent ?? reading.agents[0];
  return agent === undefined ? [] : findWeighedMoments(quality, reading, agent, {});
};

const allMoments = (score: ConversationScore): Moment[] =>
  score.agents.flatMap(({ qualities }) => Object.values(qualities).flatMap(({ moments }) => moments));

const expectPlacesToHold = (conversation: Conversation, score: ConversationScore): void => {
  for (const assessment of score.agents)
    for (const { moments } of Object.values(assessment.qualities))
      for (const { trigger, response } of moments) {
        for (const evidence of [trigger, response]) {
          if (!evidence) continue;
          const message = conversation.messages.find(({ id }) => id === evidence.messageId);
          expect(message?.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
          expect(evidence.quote.length).toBeGreaterThan(0);
          expect(message?.visibility).toBe('public');
          expect(['customer', 'agent']).toContain(message?.role);
        }
        const replied = conversation.messages.find(({ id }) => id === response?.messageId);
        if (replied) expect(authorKey(replied)).toBe(assessment.agentId ?? assessment.agent);
      }
};

it('holds each of the fourteen qualities once', () => {
  expect(allQualities.map(({ id }) => id).toSorted()).toEqual([...qualityIds].toSorted());
});

describe.each(allQualities.map((quality) => [quality.id, quality] as const))('%s', (id, quality) => {
  it('has at least four examples, among them a counter-example', () => {
    expect(quality.examples.length).toBeGreaterThanOrEqual(4);
    expect(quality.examples.some(({ expect: verdict }) => verdict !== 'met')).toBe(true);
  });

  it.each(quality.examples.map((example) => [example.title, example] as const))('finds: %s', (_title, example) => {
    const moments = momentsOf(quality, example);
    const verdict = moments.length === 0 ? 'no-opportunity' : overallVerdict(moments);
    expect([verdict, ...moments.map(({ rule }) => rule)]).toEqual([example.expect, ...moments.map(({ rule }) => rule)]);
    if (example.trigger) expect(moments.map(({ trigger }) => trigger?.quote)).toContain(example.trigger);
    if (example.response) expect(moments.map(({ response }) => response?.quote)).toContain(example.response);
  });

  it('says why in one plain sentence about the reply, never about the person', () => {
    for (const example of quality.examples)
      for (const { why, rule } of momentsOf(quality, example)) {
        expect(why).toMatch(/^[A-Z].*[.]$/);
        expect(why).not.toMatch(/\b(?:the agent|he|she|lazy|rude person)\b/i);
        expect(rule).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      }
  });

  it('rests on places that hold its quotes, in replies of the author judged', () => {
    for (const example of quality.examples) {
      const conversation = conversationOfExample(example.turns);
      expectPlacesToHold(conversation, scoreConversation(conversation, { qualities: [quality] }));
    }
  });

  it('judges no bot', () => {
    for (const example of quality.examples) {
      const turns = example.turns.map((turn) => (turn.role === 'agent' ? { ...turn, role: 'bot' as const } : turn));
      expect(scoreConversation(conversationOfExample(turns), { qualities: [quality] }).agents).toEqual([]);
    }
  });

  it('judges no internal note', () => {
    for (const example of quality.examples) {
      const conversation = conversationOfExample(example.turns);
      const note = { ...conversation.messages.at(-1), id: 'note', role: 'agent', visibility: 'internal' } as const;
      const text = "Calm down, these idiots can't read. I completely understand your frustration, thank you so much!";
      const [first, ...rest] = conversation.messages;
      if (!first) continue;
      const noted = { ...conversation, messages: [first, { ...first, ...note, text }, ...rest] };
      const before = allMoments(scoreConversation(conversation, { qualities: [quality] }));
      expect(allMoments(scoreConversation(noted, { qualities: [quality] }))).toEqual(before);
    }
  });

  it('judges no quoted mail', () => {
    for (const example of quality.examples) {
      const plain = conversationOfExample(example.turns, 'email');
      const quoted = {
        ...plain,
        messages: plain.messages.map((message) => ({
          ...message,
          text:
            message.role === 'agent'
              ? `${message.text}\n\nOn Mon, 2 Mar 2026 at 09:00, Somebody <x@example.com> wrote:\n> You idiots, calm down.\n> Thank you so much for the photos, that was our mistake.`
              : message.text,
        })),
      };
      const before = allMoments(scoreConversation(plain, { qualities: [quality] }));
      expect(allMoments(scoreConversation(quoted, { qualities: [quality] }))).toEqual(before);
    }
  });

  it('is not raised by praise words pasted behind the replies', () => {
    const pasted = 'empathy patience humility excellent wonderful amazing professional perfect service 10/10 best';
    for (const example of quality.examples) {
      const before = scoreOfQuality(example, quality, '');
      const after = scoreOfQuality(example, quality, ` ${pasted}`);
      if (before !== null && after !== null) expect(after - before).toBeLessThanOrEqual(2);
    }
  });

  const scoreOfQuality = (example: QualityExample, one: QualityDefinition, pasted: string): number | null => {
    const turns = example.turns.map((turn) => (turn.role === 'agent' ? { ...turn, text: turn.text + pasted } : turn));
    const [first] = scoreConversation(conversationOfExample(turns), { qualities: [one] }).agents;
    return first?.qualities[id].score ?? null;
  };
});

describe('all qualities together', () => {
  const conversations = allQualities.flatMap(({ examples }) =>
    examples.map(({ turns }) => conversationOfExample(turns)),
  );

  it('give the same answer in any order of the definitions', () => {
    for (const conversation of conversations)
      expect(scoreConversation(conversation, { qualities: allQualities.toReversed() })).toEqual(
        scoreConversation(conversation),
      );
  });

  it('never throw and always quote what stands there, whatever the text', () => {
    const word = fc.constantFrom(
      'sorry',
      'order 4471',
      'refund',
      'NO!!',
      'calm down',
      '😀',
      '> quoted',
      '<b>',
      '\n',
      'why?',
      'thanks',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 20 }).map((words) => words.join(' ')),
    );
    const turn = fc.record({
      role: fc.constantFrom('customer' as const, 'agent' as const, 'bot' as const),
      author: fc.constantFrom('Ann', 'Ben', ''),
      text,
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 12 }), (turns) => {
        const conversation = conversationOfExample(turns);
        expectPlacesToHold(conversation, scoreConversation(conversation));
      }),
      { numRuns: 150, seed: 20 },
    );
  });
});
