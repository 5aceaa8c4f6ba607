/** Values out of JSON whose shape nobody promised. Only own properties count, so "constructor" is just a word. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of the named fields that is there and not null. */
export function pick(from: JsonObject, ...names: readonly string[]): unknown {
  for (const name of names) {
    if (Object.hasOwn(from, name) && from[name] !== null && from[name] !== undefined) return from[name];
  }
  return undefined;
}

/** A string, number or boolean as a string; '' for everything else. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export const pickText = (from: JsonObject, ...names: readonly string[]): string => asText(pick(from, ...names));

/** An id or name that may be written plain or as an object with id, email and name. */
export function asPerson(value: unknown): { id: string; name: string; email: string } {
  if (!isObject(value)) return { id: '', name: asText(value), email: '' };
  return {
    id: pickText(value, 'id', 'user_id', 'userId'),
    name: pickText(value, 'name', 'display_name', 'displayName'),
    email: pickText(value, 'email', 'email_address'),
  };
}
