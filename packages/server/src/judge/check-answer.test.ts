import { type QualityId, scoreVerdicts } from '@rapport/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import { JudgeTrouble } from './judge-trouble.ts';
import { type ShownConversation, showConversation } from './shown-conversation.ts';
import { storedOf } from './stored-conversation.fixture.ts';
import { subjectOfQuality } from './subject.ts';
import { writePrompt } from './write-prompt.ts';

const empathy = subjectOfQuality('empathy');

const stored = storedOf([
  ['customer', 'Ann', 'My 😀 lamp broke. It <b>cut</b> my hand.'],
  ['agent', 'Kim', 'A cut hand is awful. I am sorry!  A new lamp leaves today.'],
  ['agent', 'Lee', 'Sorry about the lamp. Kim has left for today.'],
  ['customer', 'Ann', 'Thank you. A new lamp leaves today, then?'],
  ['agent', 'Kim', 'Yes, a new lamp leaves today.\n\n> It cut my hand'],
]);
const textOf = (position: number) => stored.conversation.messages[position]?.text ?? '';
const shown = shownOf(showConversation(stored, null));

function shownOf(outcome: ReturnType<typeof showConversation>): ShownConversation {
  if ('shown' in outcome) return outcome.shown;
  throw new Error(outcome.refused);
}

describe('an answer that passed', () => {
  it('rests on nothing but exact words of the right author, whatever the model wrote', () => {
    const texts = stored.conversation.messages.map(({ text }) => text);
    // Mostly true quotes of the message they name, so that many pass; some of another message, some with a letter more.
    const quoteOf = (likely: number[]) =>
      fc
        .record({
          of: fc.constantFrom(...likely, ...likely, ...likely, 0, 1, 2, 3, 4),
          moved: fc.constantFrom(0, 0, 0, 1),
          ...{ from: fc.nat(20), length: fc.nat(20), more: fc.constantFrom('', '', '', 'x') },
        })
        .map(({ of, moved, from, length, more }) => ({
          number: of + 1,
          quote: (texts[(of + moved) % texts.length] ?? '').slice(from, from + length) + more,
        }));
    const noise = fc.record({
      number: fc.oneof(fc.integer(), fc.double(), fc.constant(null)),
      quote: fc.string({ unit: 'binary' }),
    });
    const nothing = fc.constant({ number: null, quote: null });
    const said = (likely: number[]) =>
      fc.oneof(
        { weight: 12, arbitrary: quoteOf(likely) },
        { weight: 1, arbitrary: noise },
        { weight: 2, arbitrary: nothing },
      );
    const moment = fc
      .record({
        trigger: said([0, 3]),
        response: said([1, 4]),
        verdict: fc.constantFrom(...scoreVerdicts, 'great'),
        why: fc.string({ unit: 'binary' }).map((noise) => `Named. ${noise}`),
      })
      .map(({ trigger, response, ...rest }) => ({
        ...{ triggerMessage: trigger.number, trigger: trigger.quote },
        ...{ responseMessage: response.number, response: response.quote, ...rest },
      }));
    let passed = 0;
    fc.assert(
      fc.property(
        fc.array(moment, { minLength: 1, maxLength: 2 }),
        fc.constantFrom<QualityId>('empathy', 'communication'),
        (moments, quality) => {
          try {
            for (const { trigger, response, verdict, why } of checkAnswer(
              { moments },
              shown,
              subjectOfQuality(quality),
              textOf,
            )) {
              passed += 1;
              for (const [found, role, author] of [
                [trigger, 'customer', 'Ann'],
                [response, 'agent', 'Kim'],
              ] as const) {
                if (found === null) continue;
                expect(textOf(found.position).slice(found.start, found.end)).toBe(found.quote);
                expect(stored.conversation.messages[found.position]).toMatchObject({ role, author });
              }
              expect(scoreVerdicts).toContain(verdict);
              expect(why).toMatch(/^[^\p{C}]{1,240}$/u);
            }
          } catch (error) {
            if (!(error instanceof JudgeTrouble)) throw error;
          }
        },
      ),
      { numRuns: 5000, seed: 11 },
    );
    expect(passed).toBeGreaterThan(50);
  });

  it('may quote across two sentences, and marks the whole sentence where markup stands inside', () => {
    const answer = {
      triggerMessage: 1,
      trigger: 'It cut my hand',
      responseMessage: 2,
      response: 'is awful. I am sorry!',
      verdict: 'met',
      why: 'Named.',
    };
    const [moment] = checkAnswer({ moments: [answer] }, shown, empathy, textOf);
    expect(moment?.trigger?.quote).toContain('It <b>cut</b> my hand');
    expect(moment?.response).toEqual({ position: 1, start: 11, end: 32, quote: 'is awful. I am sorry!' });
  });
});

describe('what the judge is shown', () => {
  it('names nobody, tells the judged agent from others, and leaves quoted mail out', () => {
    const { prompt } = writePrompt(shown, empathy, () => 'f'.repeat(32));
    expect(prompt.match(/message \d, [A-Z ]+/g)).toEqual([
      'message 1, CUSTOMER',
      'message 2, AGENT',
      'message 3, OTHER AGENT',
      'message 4, CUSTOMER',
      'message 5, AGENT',
    ]);
    expect(prompt).not.toMatch(/Ann|> It cut/);
    const ofLee = shownOf(showConversation(stored, 3));
    expect(ofLee.messages.map(({ speaker }) => speaker)).toEqual([
      'CUSTOMER',
      'OTHER AGENT',
      'AGENT',
      'CUSTOMER',
      'OTHER AGENT',
    ]);
    expect(ofLee.textHash).not.toBe(shown.textHash);
  });

  it('leaves notes out, never judges what a machine sent, and masks once more on the way out', () => {
    const { messages } = shownOf(
      showConversation(
        storedOf([
          ['customer', 'Ann', 'Write to ann.doe@example.org or call +44 20 7946 0958, my lamp broke.'],
          ['agent', 'Kim', 'This customer is a pain.', 'internal'],
          ['bot', 'Robo', 'I am a bot and I will find somebody for you.'],
          [
            'agent',
            'Kim',
            'This is an automatic reply. We have received your message and will answer within one working day.',
          ],
          ['agent', 'Kim', 'I am sorry that your lamp broke, a new one leaves today.'],
        ]),
        null,
      ),
    );
    expect(messages.map(({ position, speaker }) => [position, speaker])).toEqual([
      [0, 'CUSTOMER'],
      [2, 'BOT'],
      [3, 'NOT JUDGED'],
      [4, 'AGENT'],
    ]);
    const [first] = messages;
    expect(first?.pieces.map(({ shown }) => shown).join(' ')).not.toMatch(/ann\.doe|7946/);
    expect(first?.pieces.every(({ isExact }) => !isExact)).toBe(true);
  });

  it('never closes its fence with words of the conversation', () => {
    const codes = ['1111', '2222'];
    const fence = shownOf(
      showConversation(
        storedOf([
          ['customer', 'Ann', 'My lamp broke.'],
          ['agent', 'Kim', 'Order 1111 leaves today, sorry.'],
        ]),
        null,
      ),
    );
    expect(writePrompt(fence, empathy, () => codes.shift() ?? '').prompt).toContain(
      '<<<2222 end of the conversation>>>',
    );
  });
});
