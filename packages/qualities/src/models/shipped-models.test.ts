import { acts as allActs } from '@rapport/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadTurn } from '../acts/act-reader.ts';
import { listActs } from '../acts/act-row.ts';
import { findWords } from '../text/find-words.ts';
import { bend, straighten } from './act-model.ts';
import { createPlainKernel } from './kernel.ts';
import { loadModels } from './load-models.ts';
import { shippedBytes, shippedModels } from './shipped-models.ts';

const models = shippedModels();
const plain = (...texts: string[]) => texts.map((text) => ({ text, words: findWords(text) }));
const acts = (role: 'agent' | 'customer' | 'other', text: string, before: readonly ReadTurn[] = []): string[] => {
  const [read = {}] = models.readActs({ role, sentences: plain(text) }, before);
  return allActs.filter((act) => (read[act] ?? 0) >= 0.5);
};

describe('the shipped models', () => {
  it('read plain acts of agents', () => {
    expect(acts('agent', 'Hello Anna, this is Tom.')).toContain('greet');
    expect(acts('agent', "I'm so sorry about the delay.")).toContain('apologise');
    expect(acts('agent', 'Could you tell me the order number?')).toContain('ask');
    expect(acts('agent', "I'll call you back tomorrow before noon.")).toContain('promise');
    expect(acts('agent', 'That must be really frustrating for you.')).toContain('acknowledge-feeling');
    expect(acts('agent', 'Is there anything else I can help you with?')).toContain('offer-more-help');
  });

  it('read plain acts of customers', () => {
    expect(acts('customer', 'Thank you so much!')).toContain('thank');
    expect(acts('customer', 'I want to speak to your manager.')).toContain('escalate');
    expect(acts('customer', 'When will my parcel arrive?')).toContain('ask');
  });

  it('understand an answer by the question before it', () => {
    const question: ReadTurn = {
      role: 'agent',
      sentences: [
        {
          ...plain('What is the colour of the light?')[0],
          text: 'What is the colour of the light?',
          words: findWords('What is the colour of the light?'),
          acts: { ask: 0.95 },
        },
      ],
    };
    const [asked = {}] = models.readActs({ role: 'customer', sentences: plain('red') }, [question]);
    const [alone = {}] = models.readActs({ role: 'customer', sentences: plain('red') }, []);
    expect(asked.answer ?? 0).toBeGreaterThan(alone.answer ?? 0);
    expect(asked.answer ?? 0).toBeGreaterThanOrEqual(0.5);
  });

  it('answer "other" with the acts of both sides and bots with none', () => {
    const both = acts('other', 'Thank you, I want to speak to your manager.');
    expect(both).toEqual(expect.arrayContaining(['thank', 'escalate']));
    expect(models.readActs({ role: 'bot', sentences: plain('Hello there') }, []).map(listActs)).toEqual([{}]);
  });

  it('tell glad from angry customers, and hostile from polite words', () => {
    const feel = (text: string) =>
      models.readFeeling(
        plain(text).map((one) => ({ ...one, acts: {} })),
        [],
      );
    expect(feel('Thank you so much, it works, you are wonderful!').valence).toBeGreaterThan(0.3);
    expect(feel('This is a disgrace, I am furious and you are useless.').valence).toBeLessThan(-0.5);
    const total = Object.values(feel('ok').probabilities).reduce((sum, one) => sum + one, 0);
    expect(total).toBeCloseTo(1, 2);
    expect(models.readTone(plain('You stupid idiot, shut up.')).hostility).toBeGreaterThan(0.5);
    expect(models.readTone(plain('Could you please have a look when you have time? Thanks!'))).toMatchObject({
      politenessClass: 'polite',
    });
  });

  it('give values between 0 and 1 for any text whatever, also empty and very long ones', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        for (const value of Object.values(
          listActs(models.readActs({ role: 'other', sentences: plain(text) }, [])[0] ?? {}),
        )) {
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        const { politeness, hostility } = models.readTone(plain(text));
        for (const value of [politeness, hostility]) expect(value >= 0 && value <= 1).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(models.readActs({ role: 'agent', sentences: plain('very '.repeat(20_000)) }, [])).toHaveLength(1);
    expect(models.readActs({ role: 'agent', sentences: [] }, [])).toEqual([]);
    expect(models.readFeeling([], []).valence).toBeGreaterThanOrEqual(-1);
  });

  it('read the same where WebAssembly is not to be had', () => {
    const slow = loadModels(shippedBytes(), createPlainKernel);
    const texts = [
      'I have replaced the hob.',
      'As I said, the app crashes!!',
      'Bye for now :)',
      'We cannot refund that.',
    ];
    for (const role of ['agent', 'customer'] as const) {
      const turn = { role, sentences: plain(...texts) };
      expect(slow.readActs(turn, [])).toEqual(models.readActs(turn, []));
    }
    expect(slow.readTone(plain(...texts))).toEqual(models.readTone(plain(...texts)));
  });

  it('refuse damaged weights with the cause', () => {
    expect(() => loadModels(shippedBytes().subarray(0, 5000))).toThrow('cut off');
  });

  it('bend probabilities to put the threshold at one half, and straighten them again', () => {
    expect(bend(0.2, 0.2)).toBe(0.5);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        (p, t) => {
          expect(straighten(bend(p, t), t)).toBeCloseTo(p, 9);
        },
      ),
    );
  });
});
