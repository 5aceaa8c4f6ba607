/**
 * Texts made to bring a reader or a regular expression down, through everything that comes over HTTP. Work that grows
 * with the square of the length would take minutes; the ceilings are a hundred times what is usual, so they tell such
 * work from a slow machine.
 */
import { describe, expect, it } from 'vitest';
import { webhookCases } from '../webhooks/webhook-events.fixture.ts';
import { longBytes } from './read-long.ts';
import { type ReadTask, readTask } from './read-task.ts';

const words = 'a A 1 1- 1. 1) (1 a. a@ a@b. <a@b.example> @ . - _ / \\ " \' < & > ( [ { ; : , ! ? = ~ | # % * ^';
const markup =
  '<a <!-- <! <div> </div> <table><tr><td> <ul><li> <blockquote> <style> <script> <p> <br> </ &a &#1 &amp; <![CDATA[ <?';
const numbers = ['1 ', '4111 1111 ', 'DE89', 'GB82 WEST 1234 ', '+1', '+49 171 2345678 ', 'tel 0171 2345678 '];
const quotes = [
  '> ',
  '> \n',
  'On a wrote:\n',
  '-- \n',
  '-----Original Message-----\n',
  'From: a\n',
  'Kind regards\n',
  '^a ',
];
const blanks = [' ', '\n', '\r\n', '\t', '\u00a0', '\u200b', '\u2028', ' \n', '\n> ', 'a\n\n'];
const secrets = [
  'password: ',
  'token=',
  'eyJ-',
  'sk-',
  '-----BEGIN PRIVATE KEY-----',
  'http://',
  '[a](',
  'a <a@b.example> ',
];
const letters = ['é', 'e\u0301', '\u05d0', '\u202e', '😀', '👨‍👩‍👧', 'ß', '\ufffd', 'Aa ', 'I am ', 'order 1 '];
const hostile = [...words.split(' '), ...markup.split(' '), ...numbers, ...quotes, ...blanks, ...secrets, ...letters];

const repeated = (piece: string, length: number): string => `${piece.repeat(length / piece.length)}!`;

type Field = 'text' | 'subject' | 'author' | 'at';

function push(field: Field, value: string): ReadTask {
  const said = field === 'subject';
  const message = { id: '1', at: '2026-03-02T10:00:00Z', author: 'Ann', text: 'My lamp broke' };
  const messages = [said ? message : { ...message, [field]: value }];
  return taskOf({ id: '1', channel: 'email', ...(said ? { [field]: value } : {}), messages }, { way: 'push' });
}

/** Every text of the third thing that happened, which is an answer in most of them, becomes the hostile one. */
function webhooks(value: string): ReadTask[] {
  return webhookCases.flatMap(({ kind, events }) =>
    events.slice(1, 3).map(({ body, headers }) => {
      const from = { way: 'webhook', kind, headers, receivedAt: new Date('2026-03-02T10:00:00Z') } as const;
      return taskOf(replaceTexts(body, value), from);
    }),
  );
}

const replaceTexts = (body: object, value: string): object =>
  JSON.parse(JSON.stringify(body), (_, one: unknown) =>
    typeof one === 'string' && /\w \w/.test(one) ? value : one,
  ) as object; // of the object above

const taskOf = (body: object, from: ReadTask['from']): ReadTask => ({
  ...{ raw: Buffer.from(JSON.stringify(body)), from, workspace: 1, ownDomains: ['b.example'] },
  ...{ pseudonymKey: Buffer.alloc(32, 1), sealKey: Buffer.alloc(32, 2) },
});

function millisecondsOf(task: ReadTask): number {
  const began = process.cpuUsage();
  readTask(task);
  return process.cpuUsage(began).user / 1000;
}

describe('hostile texts', () => {
  it('keep nobody waiting for long where they are read in place', { timeout: 120_000 }, () => {
    for (const piece of hostile) {
      const text = repeated(piece, longBytes * 0.9);
      const fields: readonly Field[] = ['text', 'subject', 'author', 'at'];
      for (const task of [...fields.map((field) => push(field, text)), ...webhooks(text)]) {
        expect(millisecondsOf(task), `${JSON.stringify(piece)} ${JSON.stringify(task.from)}`).toBeLessThan(5000);
      }
    }
  });

  it('that are long take time that grows with their length, not with its square', { timeout: 120_000 }, () => {
    for (const piece of [
      '1 ',
      'DE89',
      '<a',
      '<div>',
      '<!--',
      '&#1',
      '> \n',
      'a <a@b.example> ',
      ' \n',
      'eyJ-',
      'a@b.',
    ]) {
      const text = repeated(piece, 500_000);
      for (const task of [push('text', text), ...webhooks(text).slice(6, 7)]) {
        expect(millisecondsOf(task), JSON.stringify(piece)).toBeLessThan(20_000);
      }
    }
  });
});
