import { accuracy, getAccuracy, qualityIds } from '@rapport/contract';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { serveAccuracy } from './accuracy.ts';
import { localPerson } from './permit.ts';

it('tells how far the scorer that runs can be trusted, quality by quality', async () => {
  const http = Fastify();
  const stopping = new AbortController().signal;
  serveAccuracy({
    http,
    served: new Set(),
    personOf: () => localPerson,
    countRequest: () => 0,
    checkAnswers: true,
    stopping,
  });
  const answer = await http.inject(getAccuracy.path);
  expect(answer.statusCode).toBe(200);
  const found = accuracy.parse(answer.json());
  expect(found.qualities.map(({ quality }) => quality)).toEqual([...qualityIds]);
});
