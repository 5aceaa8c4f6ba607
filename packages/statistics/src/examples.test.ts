import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as everything from './index.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .sort()
  .flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/Example: `([^`]+)` → (.+)/g)].map((match) => ({
      file,
      code: match[1] ?? '',
      answer: (match[2] ?? '').trim(),
    })),
  );

describe('the example in each head comment', () => {
  it('exists in most files', () => {
    expect(examples.length).toBeGreaterThan(30);
  });

  it.each(examples)('$file: $code → $answer', ({ code, answer }) => {
    const run = new Function(...Object.keys(everything), `return ${code}`);
    expect(shown(run(...Object.values(everything)), answer)).toBe(answer);
  });
});

/** Prints a result with as many decimals as the comment does. */
function shown(value: unknown, answer: string): string {
  const answers = answer.split(', ');
  if (Array.isArray(value)) return value.map((entry, index) => shown(entry, answers[index] ?? '')).join(', ');
  if (typeof value === 'number') return value.toFixed(answer.split('.')[1]?.length ?? 0);
  return String(value);
}
