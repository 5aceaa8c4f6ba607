/** A schema as JSON Schema (draft 2020-12, the dialect of OpenAPI 3.1), for the documentation of the API. */
import { z } from 'zod';

/**
 * @param direction what a caller may send (`input`: defaults are optional), or what the server answers (`output`)
 */
export function jsonSchemaOf(schema: z.ZodType, direction: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema, { io: direction, unrepresentable: 'any' });
  return plain;
}
