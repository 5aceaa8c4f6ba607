/** For tests: the smallest value that a schema takes, so that a request gets past reading and reaches the object. */
type Schema = Readonly<Record<string, unknown>>;

export function sampleOf(schema: unknown): unknown {
  const given = (schema ?? {}) as Schema & {
    anyOf?: unknown[];
    oneOf?: unknown[];
    allOf?: unknown[];
    enum?: unknown[];
  };
  if ('const' in given) return given.const;
  if (given.enum !== undefined) return given.enum[0];
  const choices = given.anyOf ?? given.oneOf ?? given.allOf;
  if (choices !== undefined) return sampleOf(choices[0]);
  switch (given.type) {
    case 'object':
      return sampleOfObject(given);
    case 'array':
      return Array.from({ length: numberIn(given, 'minItems') }, () => sampleOf(given.items));
    case 'integer':
    case 'number':
      return Math.max(1, numberIn(given, 'minimum'));
    case 'boolean':
      return true;
    case 'string':
      return sampleOfString(given);
    default:
      return null;
  }
}

function sampleOfObject(schema: Schema): Record<string, unknown> {
  const properties = (schema.properties ?? {}) as Record<string, unknown>;
  const required = (schema.required ?? []) as string[];
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name])]));
}

function sampleOfString(schema: Schema): string {
  const formats: Record<string, string> = {
    ...{ email: 'somebody@example.org', date: '2025-01-31', 'date-time': '2025-01-31T08:00:00.000Z' },
    ...{ uri: 'https://example.org', url: 'https://example.org' },
  };
  const format = formats[String(schema.format)];
  return (
    format ??
    'made-up words'.padEnd(numberIn(schema, 'minLength'), '.').slice(0, Math.max(13, numberIn(schema, 'minLength')))
  );
}

const numberIn = (schema: Schema, name: string): number => (typeof schema[name] === 'number' ? schema[name] : 0);
