/** Fields of foreign JSON, as text. */
import type { Body } from './webhook-source.ts';

export const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const bodyAt = (body: Body, name: string): Body => {
  const value = body[name];
  return isBody(value) ? value : {};
};

/** '' where there is no text and no number. */
export function textAt(body: Body, ...names: string[]): string {
  for (const name of names) {
    const value = body[name];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  }
  return '';
}

/** An ISO instant from seconds, milliseconds or a date in words; null where there is none. */
export function timeAt(body: Body, ...names: string[]): string | null {
  const text = textAt(body, ...names);
  if (text === '') return null;
  const number = Number(text);
  const at = Number.isFinite(number) ? (number > 1e11 ? number : number * 1000) : Date.parse(text);
  return Number.isFinite(at) && Math.abs(at) < 8e15 ? new Date(at).toISOString() : null;
}
