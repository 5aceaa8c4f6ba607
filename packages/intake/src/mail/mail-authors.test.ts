import { describe, expect, it } from 'vitest';
import { readWhole } from '../read-whole.test-data.ts';
import { mail, mbox, read, type Written } from './mail.test-data.ts';

describe('who wrote a mail', () => {
  const exchange = (count: number): string =>
    mbox(
      ...Array.from({ length: count }, (_, at) => [
        mail({ id: `a${at}@x`, subject: `Order ${at}`, from: `Guest ${at} <g${at}@home.example>` }),
        mail({
          id: `b${at}@x`,
          refs: `a${at}@x`,
          subject: `Re: Order ${at}`,
          from: 'help@shop.example',
          to: `g${at}@home.example`,
          body: 'It left.\n\nKind regards,\nMara',
          date: 'Mon, 9 Mar 2026 10:00:00 +0100',
        }),
        mail({
          id: `o${at}@x`,
          subject: `Out ${at}`,
          from: 'Jonas Weber <jonas@shop.example>',
          to: `g${at}@home.example`,
          body: 'We found your scarf.',
        }),
      ]).flat(),
    );

  it('is told by whose mailbox it is, also where the team wrote first', async () => {
    const found = await read(exchange(4));
    expect(found.plan.speakers?.[0]).toMatchObject({ name: 'help@shop.example', role: 'agent', sure: false });
    expect(found.plan.headline).toContain('help@shop.example');
    const messages = found.conversations.flatMap(({ messages: all }) => all);
    expect(new Set(messages.filter(({ role }) => role === 'agent').map(({ author }) => author))).toEqual(
      new Set(['Mara', 'Jonas Weber']),
    );
    expect(messages.filter(({ role }) => role === 'customer')).toHaveLength(4);
    expect(messages.every(({ roleGuessed }) => roleGuessed)).toBe(true);
  });

  it('is told by the own domains before any guess', async () => {
    const found = await read(mbox(mail({ from: 'Mara <mara@shop.example>', to: 'ann@home.example' })), 'box.mbox', [
      'shop.example',
    ]);
    expect(found.conversations[0]?.messages[0]).toMatchObject({ role: 'agent', author: 'Mara' });
  });

  it('is not told by the own domains where none of them is on the mail: a second brand answers from its own', async () => {
    const answer = { id: 'b@x', refs: 'a@x', from: 'Mara <mara@brand.example>', to: 'ann@home.example' };
    const copied = { id: 'c@x', refs: 'a@x', from: 'Tom <tom@else.example>', to: 'help@shop.example' };
    const roles = async (...mails: Written[]) =>
      (await read(mbox(mail({ id: 'a@x' }), ...mails.map(mail)), 'box.mbox', ['shop.example'])).conversations.flatMap(
        ({ messages }) => messages.map(({ role, roleGuessed }) => `${role} ${roleGuessed}`),
      );
    expect(await roles(answer)).toEqual(['customer true', 'agent true']);
    expect(await roles(copied)).toEqual(['customer true', 'customer true']);
  });

  it('is what a person confirmed', async () => {
    const speakers = [{ name: 'ann@home.example', role: 'agent' as const, sure: true, turns: 1, sample: '' }];
    const found = await readWhole(mail({}), { fileName: 'one.eml', plan: { speakers } });
    expect(found.conversations[0]?.messages[0]).toMatchObject({ role: 'agent' });
    expect(found.conversations[0]?.messages[0]?.roleGuessed).toBeUndefined();
  });

  const answerBy = async (from: string, body: string) =>
    (
      await read(
        mbox(
          mail({ id: 'a@x' }),
          mail({ id: 'b@x', refs: 'a@x', from, to: 'ann@home.example', body, date: 'Mon, 9 Mar 2026 10:00:00 +0100' }),
        ),
      )
    ).conversations[0]?.messages[1];

  it.each([
    [
      'the name signed',
      'Shop Support <support@shop.example>',
      'It left.\n\nBest regards,\nMara Lind\nShop Support',
      'Mara Lind',
    ],
    ['the name signed on one line', 'support@shop.example', 'It left. Viele Grüße, Jonas', 'Jonas'],
    [
      'the name signed above a quote',
      'support@shop.example',
      'It left.\nCheers\nBea\n\nOn Monday Ann wrote:\n> Thanks,\n> Ann',
      'Bea',
    ],
    ['initials', 'support@shop.example', 'It left this morning. ^MK', 'MK'],
    ['the display name', 'Tom Reed <support@shop.example>', 'It left.', 'Tom Reed'],
  ])('behind a shared address is %s', async (_, from, body, author) => {
    const said = await answerBy(from, body);
    expect(said).toMatchObject({
      role: 'agent',
      author,
      authorEmail: 'support@shop.example',
      authorId: `support@shop.example#${author.toLowerCase()}`,
    });
    expect(said?.authorIsTeam).toBeUndefined();
  });

  it.each([
    ['nobody signs', 'It left.'],
    ['the team signs', 'It left.\n\nKind regards,\nYour Shop Team'],
  ])('behind a shared address is the mailbox where %s, never a person', async (_, body) => {
    expect(await answerBy('Shop Support <support@shop.example>', body)).toMatchObject({
      author: 'Shop Support',
      authorId: 'support@shop.example',
      authorIsTeam: true,
    });
  });

  it('is the customer in a mail that a colleague forwarded, and the colleague’s own words are a note', async () => {
    const body =
      'Can somebody look?\n\n---------- Forwarded message ---------\nFrom: Zoe Hart <zoe@far.example>\nDate: Mon, 9 Mar 2026 08:00:00 +0000\nSubject: Late\nTo: <jonas@shop.example>\n\nWhere is my parcel?';
    const forward = mail({
      id: 'f@x',
      from: 'Jonas Weber <jonas@shop.example>',
      to: 'help@shop.example',
      subject: 'Fwd: Late',
      body,
    });
    const found = (await read(exchange(4) + mbox(forward))).conversations.find(({ id }) => id === 'f@x');
    expect(found?.customer).toBe('zoe@far.example');
    expect(found?.messages).toMatchObject([
      {
        role: 'customer',
        author: 'Zoe Hart',
        text: 'Where is my parcel?',
        visibility: 'public',
        at: '2026-03-09T08:00:00.000Z',
      },
      { role: 'agent', author: 'Jonas Weber', text: 'Can somebody look?', visibility: 'internal' },
    ]);
  });
});

describe('mail by machines', () => {
  const signsOf = async (headers: string[], o: Written = {}) =>
    (await read(mail({ body: '--b\n\nHello\n--b--', ...o, headers }), 'one.eml')).conversations[0]?.messages[0];

  it.each([
    ['auto-reply', ['Auto-Submitted: auto-replied']],
    ['auto-generated', ['Auto-Submitted: auto-generated']],
    ['auto-reply', ['X-Autoreply: yes']],
    ['auto-reply', ['X-Autorespond: holiday']],
    ['auto-reply', ['Precedence: auto_reply']],
    ['bulk', ['Precedence: bulk']],
    ['bulk', ['Precedence: junk']],
    ['list', ['List-Id: <news.letters.example>']],
    ['auto-generated', ['Return-Path: <>']],
    ['bounce', ['Content-Type: multipart/report; report-type=delivery-status; boundary=b']],
    ['bounce', ['X-Failed-Recipients: ann@home.example']],
  ])('is marked %s by %j and is no person’s', async (sign, headers) => {
    const found = await signsOf(headers);
    expect(found?.role).toBe('bot');
    expect(found?.signs).toContain(sign);
  });

  it('is marked by its subject too', async () => {
    expect(await signsOf([], { subject: 'Automatic reply: Boots' })).toMatchObject({
      role: 'bot',
      signs: ['auto-reply'],
    });
  });

  it.each([
    ['a person’s', ['Auto-Submitted: no']],
    ['a customer’s, though marked as spam', ['X-Spam-Flag: YES']],
    [
      'a customer’s through the team’s own list',
      ['List-Id: <help.shop.example>', 'List-Post: <mailto:help@shop.example>', 'Precedence: list'],
    ],
    [
      'a person’s with a receipt asked for',
      ['Content-Type: multipart/report; report-type=disposition-notification; boundary=b'],
    ],
  ])('is not %s', async (_, headers) => {
    expect((await signsOf(headers))?.role).toBe('customer');
  });
});
