import { type Act, agentActs, customerActs } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { readText } from '../text/read-text.ts';
import type { ReadTurn } from './act-reader.ts';
import { agentCues } from './agent-cues.ts';
import { customerCues } from './customer-cues.ts';
import { packedAgentWeights } from './generated/agent-weights.ts';
import { packedCustomerWeights } from './generated/customer-weights.ts';
import { readActsByPattern } from './pattern-reader.ts';
import { cueKey } from './weights.ts';

const read = (role: 'agent' | 'customer' | 'bot', text: string, before: readonly ReadTurn[] = []): ReadTurn => {
  const sentences = readText(text);
  const acts = readActsByPattern({ role, sentences }, before);
  return { role, sentences: sentences.map((sentence, index) => ({ ...sentence, acts: acts[index] ?? {} })) };
};

const seen = (turn: ReadTurn): Act[] => [
  ...new Set(
    turn.sentences.flatMap(({ acts }) => (Object.keys(acts) as Act[]).filter((act) => (acts[act] ?? 0) >= 0.5)),
  ),
];

describe('acts of agents', () => {
  it.each<[string, Act]>([
    ['Hello Ann,', 'greet'],
    ['I am so sorry for the long wait.', 'apologise'],
    ['That must have been really frustrating after such a long day.', 'acknowledge-feeling'],
    ['That was our mistake, I should have checked it.', 'own'],
    ['Which model do you have?', 'ask'],
    ['Please unplug the router and wait ten seconds.', 'instruct'],
    ["I've refunded the second payment to your card.", 'offer-solution'],
    ["I'll call you tomorrow before noon.", 'promise'],
    ["I've added a £10 credit to your account for the trouble.", 'give-goodwill'],
    ['Unfortunately we cannot refund a ticket that has been used.', 'refuse'],
    ['Let me transfer you to our billing team.', 'transfer'],
    ['One moment please.', 'ask-to-wait'],
    ['Thank you for sending the photo.', 'thank'],
    ['Is it working now?', 'check-resolved'],
    ['Is there anything else I can help you with?', 'offer-more-help'],
    ['Have a lovely evening!', 'farewell'],
    ["I'm not sure, it might be the cable.", 'hedge'],
    ['Please calm down.', 'dismiss'],
    ['The shop opens at nine on Saturdays.', 'inform'],
  ])('%s → %s', (text, act) => {
    expect(seen(read('agent', text, [read('customer', 'My router has been broken since Monday.')]))).toContain(act);
  });
});

describe('acts of customers', () => {
  it.each<[string, Act]>([
    ['Hi there', 'greet'],
    ['My order has not arrived.', 'state-problem'],
    ['When does the shop open?', 'ask'],
    ['This is absolutely unacceptable, what a joke.', 'complain'],
    ['I want to speak to your manager.', 'escalate'],
    ['Cancel my account, I am going to another provider.', 'threaten-to-leave'],
    ['Any news on this?', 'chase'],
    ['Thank you so much.', 'thank'],
    ["I don't understand what that means.", 'confused'],
    ['My daughter has her exam tomorrow.', 'personal-fact'],
    ['You are all idiots.', 'insult'],
    ['Bye, have a nice day', 'farewell'],
  ])('%s → %s', (text, act) => expect(seen(read('customer', text))).toContain(act));

  it('depend on the turn before', () => {
    const steps = read('agent', 'Please restart the router. Is it working now?');
    expect(seen(read('customer', 'yes it works now', [steps]))).toContain('confirm-resolved');
    expect(seen(read('customer', 'no, still the same error', [steps]))).toContain('deny-resolved');
    expect(
      seen(read('customer', 'the blue one', [read('agent', 'Which one is it, the blue or the red one?')])),
    ).toContain('answer');
    const told = read('customer', 'The left speaker of my radio crackles since the update.');
    const asked = read('agent', 'What is the problem?');
    expect(seen(read('customer', 'As I said, the left speaker crackles since the update.', [told, asked]))).toContain(
      'repeat',
    );
  });
});

describe('the reader', () => {
  it('sees nothing in what bots write', () => {
    expect(seen(read('bot', 'I am so sorry! Have a lovely day.'))).toEqual([]);
  });
  it('answers the acts of both sides for the role "other"', () => {
    const [acts] = readActsByPattern(
      { role: 'other', sentences: readText('Thank you, when will you call me back?') },
      [],
    );
    expect(Object.keys(acts ?? {})).toEqual(expect.arrayContaining(['ask', 'thank']));
  });
  it('gives probabilities and only acts of its side', () => {
    const turn = read('agent', 'Sorry about that, I will refund it today. Anything else?');
    for (const { acts } of turn.sentences) {
      for (const [act, probability] of Object.entries(acts)) {
        expect(agentActs).toContain(act);
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    }
  });
  it('carries weights measured for the cues as they are written', () => {
    for (const [packed, cues, acts] of [
      [packedAgentWeights, agentCues, agentActs],
      [packedCustomerWeights, customerCues, customerActs],
    ] as const) {
      const bytes = Uint8Array.from(atob(packed?.cueKeys ?? ''), (character) => character.charCodeAt(0));
      const keys = new Set(new Uint32Array(bytes.buffer));
      const unmeasured = cues.filter((cue) => !keys.has(cueKey(cue))).map((cue) => cue.phrase);
      expect(unmeasured, 'run `npx tsx bench/acts.ts fit` after changing cues').toEqual([]);
      expect(packed?.acts).toEqual(acts);
    }
  });
});
