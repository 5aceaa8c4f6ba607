import type { CategoryRule, RuleTrial } from '@rapport/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localPerson } from './permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

const apology: CategoryRule = { openedBy: 'complain', acts: ['apologise'], wanted: true, within: 'next-reply' };
const complaint = 'This is the second broken lamp you have sent me. I am really unhappy with this service.';

let app: TestApp;
let ids: number[];
beforeAll(async () => {
  app = await startTestApp('rule_trials', keepImports);
  ids = await saveScored(
    app.store,
    Array.from({ length: 24 }, (_, at) =>
      conversationOf(`c${at}`, [
        ['Kim', complaint],
        [
          `Agent: ${at % 3 === 0 ? 'Ada' : 'Bo'}`,
          at % 3 === 0
            ? 'What is your order number, please?'
            : 'I am very sorry that the second lamp came broken as well.',
        ],
      ]),
    ),
  );
});
afterAll(() => app.end());

const tried = async (payload: object, http = app.http): Promise<RuleTrial> => {
  const answer = await http.inject({ method: 'POST', url: '/api/v1/rule-trials', payload });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};

describe('trying a rule', () => {
  it('counts its moments in what is stored, with a range and quotes to look at', async () => {
    const trial = await tried({ rule: apology });
    expect(trial).toMatchObject({ read: 24, of: 24, called: 24, moments: 24 });
    expect(trial.met.value).toBeCloseTo(16 / 24, 9);
    expect(trial.met.lower).toBeLessThan(16 / 24);
    expect(trial.examples.map(({ verdict }) => verdict)).toEqual(['missed', 'missed', 'missed', 'met', 'met', 'met']);
    for (const { trigger, conversationId } of trial.examples) {
      expect(complaint).toContain(trigger?.quote);
      expect(ids).toContain(Number(conversationId));
    }
    expect(JSON.stringify(trial)).not.toMatch(/Ada|Bo/);
  });

  it('draws the same conversations again with the same seed', async () => {
    const one = await tried({ rule: apology, count: 5, seed: 11 });
    expect(one.read).toBe(5);
    expect(await tried({ rule: apology, count: 5, seed: 11 })).toEqual(one);
  });

  it('refuses a share where there are too few moments, and finds none where nothing calls for it', async () => {
    expect((await tried({ rule: apology, count: 5 })).met).toMatchObject({ value: null, reason: 'too_few_rows' });
    const none = await tried({ rule: { ...apology, openedBy: 'threaten-to-leave' } });
    expect([none.moments, none.called, none.met.reason]).toEqual([0, 0, 'no_data']);
  });

  it('reads only what the person may see', async () => {
    const http = await app.rebuild({ personOf: () => ({ ...localPerson, role: 'lead', sees: [] }) });
    expect(await tried({ rule: apology }, http)).toMatchObject({ read: 0, of: 0, moments: 0 });
  });
});
