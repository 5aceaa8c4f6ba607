/** OpenAPI 3.1, printed from the very objects that the server serves and the pages call. */
import { type Endpoint, jsonSchemaOf, problem } from '@rapport/contract';

type Json = Record<string, unknown>;

export function describeApi(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describeOperation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version,
      description: 'Quality of customer service, from your own conversations. Errors are problem details (RFC 9457).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Problem: jsonSchemaOf(problem, 'output') } },
  };
}

function describeOperation(endpoint: Endpoint): Json {
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [tagOf(endpoint)],
    'x-access': endpoint.access,
    parameters: [...describeParameters(endpoint, 'path'), ...describeParameters(endpoint, 'query')],
    ...describeBody(endpoint),
    responses: {
      [String(endpoint.status ?? 200)]: {
        description: 'The answer',
        content: describeAnswer(endpoint),
      },
      default: {
        description: 'What went wrong, and the way out',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** The first word of the address after the version: "imports", "conversations" … */
export function tagOf({ path }: Pick<Endpoint, 'path'>): string {
  return path.split('/')[3] ?? 'rapport';
}

export function describeParameters(endpoint: Endpoint, place: 'path' | 'query'): Json[] {
  const schema = place === 'path' ? endpoint.params : endpoint.query;
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(typeof description === 'string' ? { description } : {}),
    schema: rest,
  }));
}

function describeBody(endpoint: Endpoint): Json {
  if (endpoint.accepts === 'bytes') {
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } } };
  }
  if (endpoint.accepts === 'raw') {
    return { requestBody: { required: true, content: { 'application/json': { schema: {} } } } };
  }
  if (endpoint.body === undefined) return {};
  const schema = jsonSchemaOf(endpoint.body, 'input');
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function describeAnswer(endpoint: Endpoint): Json {
  if (endpoint.answers === 'redirect') return {};
  const schema = jsonSchemaOf(endpoint.response, 'output');
  if (endpoint.answers === 'download') return { 'text/csv': { schema }, 'application/x-ndjson': { schema } };
  return { [endpoint.answers === 'events' ? 'text/event-stream' : 'application/json']: { schema } };
}
