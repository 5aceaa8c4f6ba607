import type { ConversationDetail } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { careCells, careSentence, messageOfCell } from './order-of-care.ts';

type CareStep = ConversationDetail['orderOfCare'][number];
const step = (name: CareStep['step'], minute: number | null, outOfOrder = false): CareStep => ({
  step: name,
  messageId: `m ${minute}`,
  at: minute === null ? null : new Date(Date.UTC(2026, 10, 13, 9, minute)).toISOString(),
  agent: 'Ben',
  outOfOrder,
});

describe('the order of care', () => {
  it('says that a fix came first, and how much later the acknowledgement', () => {
    expect(careSentence([step('hello', 6), step('fix-offered', 6, true), step('acknowledged', 12)])).toBe(
      'Fix offered before the trouble was acknowledged. The acknowledgement followed 6 min later.',
    );
    expect(careSentence([step('fix-offered', 6, true)])).toContain('No acknowledgement follows.');
    expect(careSentence([step('fix-offered', null, true), step('acknowledged', null)])).toContain('followed.');
  });

  it('praises the right order and is silent where there was nothing to acknowledge', () => {
    expect(careSentence([step('acknowledged', 1), step('fix-offered', 2)])).toContain('before any fix');
    expect(careSentence([step('hello', 1), step('fix-offered', 2)])).toBeNull();
  });

  it('tells the day of each step only where the steps took more than one', () => {
    const later = { ...step('promise', 3), at: new Date(Date.UTC(2026, 10, 15, 9, 3)).toISOString() };
    const oneDay = careCells([step('hello', 1), step('promise', 3)], 'en-GB').map((cell) => cell.time);
    const twoDays = careCells([step('hello', 1), later], 'en-GB').map((cell) => cell.time);
    expect(oneDay.join()).not.toContain('Nov');
    expect(twoDays[0]).toContain('13 Nov');
    expect(twoDays[1]).toContain('15 Nov');
  });

  it('colours a fix that came too early, and finds its message again', () => {
    const cells = careCells([step('hello', 1), step('fix-offered', 2, true), step('promise', null)]);
    expect(cells.map((cell) => cell.tone)).toEqual(['plain', 'out-of-order', 'care']);
    expect(cells.map((cell) => cell.time === null)).toEqual([false, false, true]);
    expect(messageOfCell(cells[1]?.key ?? '')).toBe('m 2');
  });
});
