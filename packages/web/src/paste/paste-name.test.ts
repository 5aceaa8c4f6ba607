import { expect, it } from 'vitest';
import { pasteName } from './paste-name.ts';

it('names the same words alike and other words apart', () => {
  const words = 'Customer: My lamp is broken.\nAgent: I am sorry.';
  expect(pasteName(words, 'chat')).toBe(pasteName(words, 'chat'));
  expect(pasteName(words, 'chat')).toMatch(/^pasted-chat-[0-9a-f]{16}\.txt$/);
  const others = [`${words} `, words.replace('lamp', 'kettle'), words.split('\n').reverse().join('\n')];
  expect(new Set([words, ...others].map((one) => pasteName(one, 'chat'))).size).toBe(4);
});
