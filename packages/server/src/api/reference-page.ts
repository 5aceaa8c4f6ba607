/** The API as a page a person can read: no script, everything escaped, printed from the endpoint definitions. */
import { type Endpoint, errorCodes, jsonSchemaOf } from '@rapport/contract';
import type { FastifyInstance } from 'fastify';
import { describeApi, describeParameters, tagOf } from './openapi.ts';
import { errorTitles } from './problem-of.ts';
import { referenceStyle } from './reference-style.ts';

export function serveReference(http: FastifyInstance, endpoints: readonly Endpoint[], version: string): void {
  // Describing every endpoint takes a quarter of a second: done when somebody asks, not at every start.
  let description: ReturnType<typeof describeApi> | undefined;
  let page: string | undefined;
  http.get('/api/openapi.json', async () => {
    description ??= describeApi(endpoints, version);
    return description;
  });
  http.get('/api', async (_request, reply) => {
    page ??= writeReference(endpoints, version);
    return reply.type('text/html; charset=utf-8').send(page);
  });
  http.get('/api/reference.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(referenceStyle));
}

export function writeReference(endpoints: readonly Endpoint[], version: string): string {
  const inOrder = endpoints.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const tags = [...new Set(endpoints.map(tagOf))];
  const sections = tags.map((tag) =>
    writeSection(
      tag,
      inOrder.filter((endpoint) => tagOf(endpoint) === tag),
    ),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rapport API</title><link rel="stylesheet" href="/api/reference.css"></head><body>
<header><h1>The API of Rapport ${escapeHtml(version)}</h1>
<p>${endpoints.length} addresses, all under <code>/api/v1</code>. Programs read <a href="/api/openapi.json">openapi.json</a>
(OpenAPI 3.1). On a server without accounts the person at this machine holds every rule named here; otherwise browsers hold a session, and programs
send a key: <code>Authorization: Bearer rapport_…</code>.</p>
<nav aria-label="Parts">${tags.map((tag) => `<a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a>`).join(' ')} <a href="#errors">errors</a></nav>
</header><main>${sections.join('')}${writeErrors()}</main></body></html>`;
}

/** Makes any text safe to stand in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => named[sign] ?? sign);
}

function writeSection(tag: string, endpoints: readonly Endpoint[]): string {
  return `<section id="${escapeHtml(tag)}"><h2>${escapeHtml(tag)}</h2>${endpoints.map(writeEndpoint).join('')}</section>`;
}

function writeEndpoint(endpoint: Endpoint): string {
  const parameters = [...describeParameters(endpoint, 'path'), ...describeParameters(endpoint, 'query')];
  return `<article id="${escapeHtml(endpoint.name)}">
<h3><code>${endpoint.method} ${escapeHtml(endpoint.path)}</code></h3>
<p>${escapeHtml(endpoint.summary)}.</p><p class="rule">Rule: ${endpoint.access} · name: <code>${escapeHtml(endpoint.name)}</code></p>
${writeParameters(parameters)}${writeBody(endpoint)}
${writeSchema(`Answers ${endpoint.status ?? 200}${answerWords[endpoint.answers ?? 'json']}`, jsonSchemaOf(endpoint.response, 'output'))}
</article>`;
}

const answerWords = {
  json: ' with JSON',
  events: ' with server-sent events',
  download: ' with a file',
  redirect: ' and sends the browser on',
} as const;

function writeParameters(parameters: readonly Record<string, unknown>[]): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(({ name, in: place, required, description, schema }) => {
    const cells = [
      String(name),
      `${place}${required === true ? ', required' : ''}`,
      wordsOf(schema),
      String(description ?? ''),
    ];
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  });
  return `<table><thead><tr><th>Parameter</th><th>Where</th><th>Values</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function wordsOf(schema: unknown): string {
  const { type, enum: values } = (schema ?? {}) as { type?: string; enum?: string[] };
  return values?.join(', ') ?? type ?? '';
}

function writeBody(endpoint: Endpoint): string {
  if (endpoint.accepts === 'bytes') return '<p>Body: the file itself, as <code>application/octet-stream</code>.</p>';
  return endpoint.body === undefined ? '' : writeSchema('Takes JSON', jsonSchemaOf(endpoint.body, 'input'));
}

function writeSchema(title: string, schema: unknown): string {
  const text = escapeHtml(JSON.stringify(schema, null, 2));
  return `<details><summary>${escapeHtml(title)}</summary><pre>${text}</pre></details>`;
}

function writeErrors(): string {
  const rows = Object.entries(errorCodes).map(
    ([code, status]) =>
      `<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(errorTitles[code as keyof typeof errorCodes])}</td></tr>`,
  );
  return `<section id="errors"><h2>errors</h2><p>Every error is <code>application/problem+json</code> with a code, what
happened (<code>detail</code>) and, where there is one, the way out (<code>wayOut</code>).</p><table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}
