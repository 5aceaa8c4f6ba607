/** Values out of an answer whose shape nobody promised. */
import { SourceTrouble } from './source-trouble.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws SourceTrouble `not-json` when it is no object: something else has answered */
export function fieldsOf(value: unknown): Fields {
  if (isFields(value)) return value;
  throw new SourceTrouble('not-json');
}

/** The objects of a list that has to be there. @throws SourceTrouble `not-json` */
export function listOf(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.filter(isFields);
  throw new SourceTrouble('not-json');
}

/** The objects of a list that may be missing. */
export const listIn = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** An instant as ISO, from seconds, or from any date a machine writes; '' where it is neither. */
export function instantOf(value: unknown): string {
  const text = textOf(value);
  if (text === '') return '';
  const milliseconds = /^\d{9,11}(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString();
}

export const secondsOf = (iso: string): number => Math.floor(Date.parse(iso) / 1000);
