import type { CoachingPlanRow, Contact, PersonQuality, ReviewRow } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { findOwnThings, type OwnFacts } from './own-things.ts';

const quality = (id: PersonQuality['quality'], upper: number, standing: PersonQuality['standing'] = 'open') => ({
  ...{ quality: id, phrase: '', mark: 0.5, markIs: 'fixed' as const, standing, why: '' },
  met: { value: upper - 0.1, lower: upper - 0.2, upper, level: 0.95, n: 40, method: 'wilson', warnings: [] },
});

const plan = (more: Partial<CoachingPlanRow> = {}): CoachingPlanRow => ({
  ...{ id: '7', quality: 'empathy', people: [], coach: 'Olive', sessions: 1, toAcknowledge: 0, goalShare: 0.6 },
  ...{ startsAt: '2025-03-03T00:00:00.000Z', goalAt: '2025-05-05T00:00:00.000Z', state: 'running', ...more },
});

const review = (id: string, more: Partial<ReviewRow> = {}): ReviewRow => ({
  ...{ id, kind: 'assigned', drawn: 'random', state: 'finished', conversationId: '1', customer: 'Mona', agent: 'Ana' },
  ...{
    agentId: '1',
    reviewer: 'Ray',
    finishedAt: '2025-03-03T00:00:00.000Z',
    acknowledgedAt: null,
    score: 70,
    ...more,
  },
});

const contact = (topic: string, dueAt: string | null, promiseKept = false): Contact => ({
  ...{ id: topic, channel: 'phone', customer: '', at: '2025-03-03T00:00:00.000Z', topic, resolved: 'open', words: '' },
  ...{ promise: { what: 'a call', dueAt }, goodwill: null, question: '', promiseKept, own: true },
  ...{ loggedAt: '2025-03-03T00:00:00.000Z', changedAt: null },
});

const titles = (facts: Partial<OwnFacts>) =>
  findOwnThings({ page: { qualities: [], open: [] }, plans: [], reviews: [], contacts: [], ...facts }).map(
    ({ title }) => title,
  );

describe('what one could do next', () => {
  it('is nothing where nothing waits and nothing is surely open', () => {
    const qualities = [quality('patience', 0.9, 'great'), quality('humility', 0.6, 'cannot-tell')];
    expect(titles({ page: { qualities, open: [] } })).toEqual([]);
    expect(titles({ contacts: [contact('a kettle', null, true)], plans: [plan({ state: 'closed' })] })).toEqual([]);
    expect(titles({ reviews: [review('1', { acknowledgedAt: '2025-03-04T00:00:00.000Z' })] })).toEqual([]);
  });

  it('begins with what others wait for, then goes on with what was agreed, and is never more than three', () => {
    const page = { qualities: [quality('patience', 0.4)], open: [] };
    const facts = { page, plans: [plan({ toAcknowledge: 1 })], reviews: [review('1')] };
    expect(titles(facts)).toEqual([
      'Read what you and Olive agreed',
      'Read the review of your conversation with Mona',
      'Practise empathy',
    ]);
    expect(titles({ ...facts, contacts: [contact('a kettle', null)] })[0]).toBe('Keep what you promised');
  });

  it('names the promise that is due first, and the review that waits longest', () => {
    const contacts = [contact('a lamp', null), contact('a kettle', '2025-03-09T00:00:00.000Z')];
    const [promise, oldest] = findOwnThings({
      ...{ page: { qualities: [], open: [] }, plans: [], contacts },
      reviews: [review('9', { customer: 'Nils' }), review('3'), review('2', { kind: 'self' })],
    });
    expect(promise?.because).toContain('about a kettle, until');
    expect(oldest).toMatchObject({ go: { params: { reviewId: '3' } } });
    expect(oldest?.because).toContain('1 more');
  });

  it('offers the guide to the quality whose range ends furthest below its mark, and not the one that is coached', () => {
    const qualities = [quality('humility', 0.45), quality('patience', 0.3), quality('empathy', 0.1)];
    const open = [{ quality: 'patience' as const, try: 'Wait for the second question.', moment: null }];
    expect(titles({ page: { qualities, open } })).toEqual(['Three minutes on empathy']);
    const [, guide] = findOwnThings({ page: { qualities, open }, plans: [plan()], reviews: [], contacts: [] });
    expect(guide).toMatchObject({ title: 'Three minutes on patience', because: 'Wait for the second question.' });
  });
});
