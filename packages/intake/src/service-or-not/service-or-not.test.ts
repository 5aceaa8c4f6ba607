import type { Message, MessageSign } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { judgeService } from './judge-service.ts';
import { createServiceTally } from './propose-not-service.ts';

interface Said {
  by: 'customer' | 'agent' | 'bot';
  from: string;
  text?: string;
  signs?: MessageSign[];
}

const conversation = (subject: string, ...said: Said[]) => ({
  id: subject,
  subject,
  messages: said.map(
    ({ by, from, text, signs }, index): Message => ({
      id: `${index}`,
      at: null,
      role: by,
      author: from,
      authorEmail: from,
      text: text ?? 'Hello',
      visibility: 'public',
      ...(signs ? { signs } : {}),
    }),
  ),
});
const kindOf = (subject: string, ...said: Said[]) =>
  judgeService(conversation(subject, ...said), { ownDomains: ['shop.example'] })?.kind ?? null;
const customer = (text: string): Said => ({ by: 'customer', from: 'ann@home.example', text });
const agent = (text: string): Said => ({ by: 'agent', from: 'help@shop.example', text });

describe('a thread is proposed as no service', () => {
  it.each([
    ['newsletter', 'March news', [{ by: 'bot', from: 'news@letters.example', signs: ['list', 'bulk'] }]],
    [
      'bounce',
      'Undelivered Mail Returned to Sender',
      [{ by: 'bot', from: 'mailer-daemon@mx.example', signs: ['bounce'] }],
    ],
    [
      'bounce',
      'Your parcel',
      [agent('It is on its way.'), { by: 'bot', from: 'mailer-daemon@mx.example', signs: ['bounce'] }],
    ],
    ['alert', '[ALERT] disk is full on db1', [{ by: 'bot', from: 'nagios@ops.example', signs: ['auto-generated'] }]],
    ['alert', 'Nightly backup failed', [{ by: 'bot', from: 'backup@ops.example', signs: ['auto-generated'] }]],
    [
      'auto-mail',
      'Your password was changed',
      [{ by: 'bot', from: 'security@host.example', signs: ['auto-generated'] }],
    ],
    [
      'invoice',
      'Invoice 2026-114',
      [{ by: 'customer', from: 'billing@paper.example', text: 'Please find attached our invoice.' }],
    ],
    [
      'supplier',
      'Boxes',
      [agent('Please send us your quote for 500 boxes. Our order number is 5.'), customer('With pleasure.')],
    ],
    [
      'staff',
      'Lunch',
      [
        { by: 'agent', from: 'mara@shop.example' },
        { by: 'agent', from: 'jonas@shop.example' },
      ],
    ],
    ['spam', 'You have won', [{ by: 'customer', from: 'x@win.example', signs: ['spam'] }]],
    [
      'spam',
      'Quick question',
      [
        customer(
          'I came across your website. Our SEO brings you to the first page of Google. Have time for a quick call?',
        ),
      ],
    ],
  ] satisfies [string, string, Said[]][])('%s: %s', (kind, subject, said) => {
    expect(kindOf(subject, ...said)).toBe(kind);
  });
});

describe('a thread stays service', () => {
  it.each([
    ['a question about an invoice', 'Invoice 2026-114', [customer('Where do I find the invoice for my order?')]],
    ['a question and its answer', 'Boots', [customer('May I send them back?'), agent('Of course.')]],
    ['an unanswered question', 'Boots', [customer('May I send them back?')]],
    [
      'an answered mail that was marked as spam',
      'Boots',
      [{ ...customer('Hello?'), signs: ['spam'] }, agent('Hello Ann!')],
    ],
    [
      'a mail from a list that somebody answered as a customer',
      'Fwd',
      [{ ...customer('Is this true?'), signs: ['list'] }, agent('Yes.')],
    ],
    [
      'one of the team writing first to a customer',
      'Your parcel',
      [agent('It came back to us. Is the address right?'), customer('Oh, no.')],
    ],
    [
      'a bounce in the middle of an exchange',
      'Boots',
      [customer('Hi'), { by: 'bot', from: 'mailer-daemon@x.example', signs: ['bounce'] }],
    ],
    ['a note of one agent alone', 'Note', [{ by: 'agent', from: 'mara@shop.example' }]],
    ['nothing at all', 'Empty', []],
  ] satisfies [string, string, Said[]][])('%s', (_, subject, said) => {
    expect(kindOf(subject, ...said)).toBeNull();
  });
});

describe('the proposal', () => {
  it('counts every thread once and shows a few of each kind', () => {
    const tally = createServiceTally({ ownDomains: ['shop.example'] });
    for (let at = 0; at < 9; at += 1) {
      tally.add(conversation(`News ${at}`, { by: 'bot', from: 'news@letters.example', signs: ['list'] }));
    }
    tally.add(conversation('Boots', customer('May I send them back?')));
    tally.add(conversation('You have won', { by: 'customer', from: 'x@win.example', signs: ['spam'] }));
    const { looked, service, proposals } = tally.result();
    expect({ looked, service }).toEqual({ looked: 11, service: 1 });
    expect(proposals.map(({ kind, conversations, examples }) => [kind, conversations, examples.length])).toEqual([
      ['newsletter', 9, 5],
      ['spam', 1, 1],
    ]);
    expect(proposals[0]?.examples[0]).toMatchObject({ id: 'News 0', from: 'news@letters.example' });
  });
});
