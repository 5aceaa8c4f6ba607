import { qualityIds } from '@rapport/contract';
import { scoreConversation } from '@rapport/qualities';
import { describe, expect, it } from 'vitest';
import type { GuideExample, GuideReply } from './guide.ts';
import { loadGuide } from './load-guide.ts';

const verdictOf = (quality: (typeof qualityIds)[number], { turns }: GuideExample, reply: GuideReply) => {
  const messages = [...turns, { role: 'agent' as const, ...reply }].map(({ role, text, at }, index) => ({
    ...{ id: String(index + 1), role, author: role, text, at: at ?? null, visibility: 'public' as const },
  }));
  const score = scoreConversation({
    ...{ id: 'guide', channel: 'chat', subject: '', customer: null, assignee: null, status: null, tags: [] },
    ...{ resolved: null, csatRaw: null, csatMax: null, language: null, outcomes: {}, messages },
  });
  return score.agents[0]?.qualities[quality].verdict;
};

describe.each(qualityIds)('the guide to %s', async (quality) => {
  const guide = await loadGuide(quality);

  // Every quality can be seen in one exchange: adaptability and patience bring what was said before it with them,
  // responsiveness its times.
  it.each([...guide.examples])('has an example “$title” that the scorer judges as the guide does', (example) => {
    expect(verdictOf(quality, example, example.after)).toBe('met');
    expect(['missed', 'partly']).toContain(verdictOf(quality, example, example.before));
  });

  it('is about that quality, in few words, with two examples of its own', () => {
    expect(guide.quality).toBe(quality);
    expect(guide.examples.length).toBeGreaterThanOrEqual(2);
    const words = [guide.why, guide.looksLike, ...guide.habits, guide.exercise].join(' ').split(/\s+/).length;
    expect(words).toBeLessThan(260);
    expect(words).toBeGreaterThan(80);
  });
});
