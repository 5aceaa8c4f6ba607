import { describe, expect, it } from 'vitest';
import { readyTag } from './ready-tag.ts';

const row = (signals: string[], exceptional = false) => ({ signals, exceptional, channel: 'chat' as const });

describe('the tag of a conversation ready to read', () => {
  it('asks for a reader when the customer wanted a manager or threatened to leave', () => {
    expect(readyTag(row(['chased', 'threatened-to-leave'])).words).toBe('Someone should read this');
  });
  it('puts an exceptional one first', () => {
    expect(readyTag(row(['thanked'], true))).toEqual({ tone: 'strength', words: 'Exceptional' });
  });
  it('is colourless where nothing is sure', () => {
    expect(readyTag(row([]))).toEqual({ tone: 'unsure', words: 'Chat' });
  });
});
