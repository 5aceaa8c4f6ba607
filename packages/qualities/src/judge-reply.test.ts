import { describe, expect, it } from 'vitest';
import { judgeReply } from './judge-reply.ts';

const customerText = 'I am so upset. The tent was for my son’s birthday and it still has not arrived.';

describe('a practised reply', () => {
  it('is judged for its quality, with the customer’s own words', () => {
    const missed = judgeReply({ customerText, reply: 'It is at the depot.', quality: 'empathy' });
    expect(missed.verdict).toBe('missed');
    expect(missed.why).not.toBe('');
    const { trigger } = missed.moments[0] ?? {};
    expect(customerText.slice(trigger?.start, trigger?.end)).toBe(trigger?.quote);
  });

  it('is met where it names what was lost', () => {
    const reply = 'I’m so sorry that your son’s birthday passed without his tent. I am finding out now where it is.';
    expect(judgeReply({ customerText, reply, quality: 'empathy' }).verdict).toBe('met');
  });

  it('is not judged for what an earlier reply did', () => {
    const earlier = [
      { role: 'customer' as const, text: customerText },
      { role: 'agent' as const, text: 'It is at the depot.' },
    ];
    const { moments } = judgeReply({ earlier, customerText: 'Ok.', reply: 'You are welcome.', quality: 'empathy' });
    expect(moments).toEqual([]);
  });

  it('is nothing yet while it is empty', () => {
    expect(judgeReply({ customerText, reply: ' ', quality: 'empathy' })).toMatchObject({ verdict: 'no-opportunity' });
  });
});
