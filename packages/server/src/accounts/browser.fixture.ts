/** For tests: somebody with a browser, who keeps the cookies they are given, and comes from the page's own origin. */
import type { FastifyInstance } from 'fastify';

export interface Browser {
  cookies: Map<string, string>;
  get(url: string): Promise<Answer>;
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object): Promise<Answer>;
}

interface Answer {
  statusCode: number;
  body: string;
  headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  json(): any;
}

export function openBrowser(http: FastifyInstance, origin = 'http://localhost:80'): Browser {
  const cookies = new Map<string, string>();
  const host = new URL(origin).protocol === 'http:' ? origin.slice(7) : new URL(origin).host;
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host, ...(method === 'GET' ? {} : { origin }), ...(cookie === '' ? {} : { cookie }) };
    const answer = await http.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === '' || maxAge === 0) cookies.delete(name);
      else cookies.set(name, encodeURIComponent(value));
    }
    return answer;
  };
  return { cookies, get: (url) => ask('GET', url), send: (method, url, payload = {}) => ask(method, url, payload) };
}

export const tokenOf = (link: string): string => link.split('#')[1] ?? '';
