import { coachingPlanBody } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { type PlanDraft, planOf } from './plan-draft.ts';

const draft: PlanDraft = {
  ...{ quality: 'empathy', people: ['3'], reason: 'low-scores', reasonWords: ' two weak weeks ', goal: '60' },
  ...{ selectedFrom: '2026-03-02', selectedTo: '2026-03-16', startsAt: '2026-03-16', goalAt: '2026-05-11' },
};

describe('a plan as it is written', () => {
  it('fits what the server takes', () => {
    const read = planOf(draft);
    expect('plan' in read && coachingPlanBody.parse(read.plan)).toMatchObject({
      goalShare: 0.6,
      reasonWords: 'two weak weeks',
    });
  });

  it.each([
    [{ people: [] }, 'Choose who'],
    [{ startsAt: '' }, 'four days'],
    [{ selectedFrom: '2026-03-20' }, 'end before'],
    [{ startsAt: '2026-03-10' }, 'by the start'],
    [{ goalAt: '2026-03-16' }, 'after the start'],
    [{ goal: '0' }, '1 to 100'],
    [{ goal: 'many' }, '1 to 100'],
    [{ reason: 'other' as const, reasonWords: ' ' }, 'Say why'],
  ])('says what is missing: %j', (changes, words) => {
    const read = planOf({ ...draft, ...changes });
    expect('trouble' in read ? read.trouble : '').toContain(words);
  });
});
