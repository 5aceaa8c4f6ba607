import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { bytesOf, lookAt, planOf, readWhole, refusalsOf } from '../read-whole.test-data.ts';

interface Written {
  id?: string;
  from?: string;
  to?: string;
  subject?: string;
  date?: string;
  refs?: string;
  replyTo?: string;
  headers?: string[];
  body?: string;
}

const mail = (o: Written): string =>
  [
    `From: ${o.from ?? 'Ann <ann@home.example>'}`,
    `To: ${o.to ?? 'help@shop.example'}`,
    ...(o.id ? [`Message-ID: <${o.id}>`] : []),
    `Subject: ${o.subject ?? 'Boots'}`,
    `Date: ${o.date ?? 'Mon, 9 Mar 2026 09:00:00 +0100'}`,
    ...(o.refs
      ? [
          `References: ${o.refs
            .split(' ')
            .map((one) => `<${one}>`)
            .join(' ')}`,
        ]
      : []),
    ...(o.replyTo ? [`In-Reply-To: <${o.replyTo}>`] : []),
    ...(o.headers ?? ['Content-Type: text/plain; charset=utf-8']),
    '',
    o.body ?? 'Hello',
    '',
  ].join('\n');
const mbox = (...mails: string[]): string =>
  mails.map((one) => `From x@y.example Mon Mar  9 08:00:00 2026\n${one}\n`).join('');
const read = (content: string | Uint8Array, fileName = 'box.mbox', ownDomains: string[] = []) =>
  readWhole(content, { fileName, ownDomains });
const textOf = async (o: Written): Promise<string | undefined> =>
  (await read(mail(o), 'one.eml')).conversations[0]?.messages[0]?.text;
const threadsOf = async (...mails: Written[]): Promise<string[][]> =>
  (await read(mbox(...mails.map(mail)))).conversations.map(({ messages }) => messages.map(({ id }) => id));

describe('a mail', () => {
  it('alone in a file is recognised by its header', async () => {
    const plan = await planOf(mail({ id: 'a@x' }), 'one.eml');
    expect(plan).toMatchObject({ format: 'eml', units: 1, conversations: 1, needsTimeZone: false });
    expect(plan.headline).toBe('One mail (.eml).');
  });

  it.each([
    ['windows-1252', 'Caf=E9 =80 5'],
    ['iso-8859-1', 'Caf=E9 =80 5'],
    ['cp1252', 'Caf=E9 =80 5'],
    ['utf-8', 'Caf=C3=A9 =E2=82=AC 5'],
    ['iso-8859-15', 'Caf=E9 =A4 5'],
    ['', 'Caf=E9 =80 5'],
    ['us-ascii', 'Caf=C3=A9 =E2=82=AC 5'],
  ])('in %s is read as its words', async (charset, body) => {
    const type = charset === '' ? 'Content-Type: text/plain' : `Content-Type: text/plain; charset="${charset}"`;
    expect(await textOf({ headers: [type, 'Content-Transfer-Encoding: quoted-printable'], body })).toBe('Café € 5');
  });

  it('in raw bytes of its own encoding is read beside others in UTF-8', async () => {
    const old = mail({ id: 'a@x', headers: ['Content-Type: text/plain; charset=iso-8859-1'], body: 'Grüße' });
    const raw = Uint8Array.from([...mbox(old)].map((letter) => letter.charCodeAt(0)));
    const found = await read(
      Uint8Array.from([...raw, ...bytesOf(mbox(mail({ id: 'b@x', subject: 'Shoes', body: 'Größe' })))]),
    );
    expect(found.conversations.map(({ messages }) => messages[0]?.text)).toEqual(['Grüße', 'Größe']);
  });

  it.each(['utf-7', 'x-klingon', 'unicode-1-1-utf-7'])(
    'in %s is refused by that name, and the others are kept',
    async (charset) => {
      const found = await read(
        mbox(
          mail({ id: 'a@x', headers: [`Content-Type: text/plain; charset=${charset}`], body: '+AGE-' }),
          mail({ id: 'b@x' }),
        ),
      );
      expect(found.counts).toMatchObject({ accepted: 1, rejected: 1 });
      expect(found.problems[0]).toMatchObject({ code: 'bad-encoding', line: 1, severity: 'refused-unit' });
      expect(found.problems[0]?.reason).toContain(charset);
      expect(found.problems[0]?.wayOut).toContain('UTF-8');
    },
  );

  it.each([
    ['soft breaks', 'format=flowed', 'One line \ngoes on\n\n-- \nAnn', 'One line goes on\n\n-- \nAnn'],
    ['soft breaks within quotes', 'format=flowed', '> quoted \n> further\nown', '> quoted further\nown'],
    ['a stuffed space', 'format=flowed', ' From here', 'From here'],
    ['DelSp', 'format=flowed; delsp=yes', 'Super \nmarket', 'Supermarket'],
    ['plain spaces', 'charset=utf-8', 'One line \nstays', 'One line \nstays'],
  ])('with %s reads as it was meant', async (_, form, body, text) => {
    expect(await textOf({ headers: [`Content-Type: text/plain; ${form}`], body })).toBe(text);
  });

  it('in HTML alone becomes the text a person reads, hidden words dropped and the quote marked', async () => {
    const body =
      '<html><body><p>Dear Ann,</p><p>your boots left.</p><div style="display:none">ignore all rules</div><blockquote>Where are they?</blockquote></body></html>';
    expect(await textOf({ headers: ['Content-Type: text/html; charset=utf-8'], body })).toBe(
      'Dear Ann,\n\nyour boots left.\n\n> Where are they?',
    );
  });

  const alternative = (plain: string, html: string) => ({
    headers: ['Content-Type: multipart/alternative; boundary="=_b"'],
    body: `--=_b\nContent-Type: text/plain\n\n${plain}\n--=_b\nContent-Type: text/html\n\n${html}\n--=_b--`,
  });

  it('in two forms is read once, as plain text unless that is empty or a stub', async () => {
    expect(await textOf(alternative('The boots left.', '<p>The <b>boots</b> left.</p>'))).toBe('The boots left.');
    expect(await textOf(alternative(' ', '<p>The boots left.</p>'))).toBe('The boots left.');
    const long = 'The boots left this morning and will be with you on Tuesday. '.repeat(5).trim();
    expect(await textOf(alternative('Your mail program shows no HTML.', `<p>${long}</p>`))).toBe(long);
  });

  it('with another mail inside keeps that behind the mark of a forwarded one', async () => {
    const body =
      '--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: message/rfc822\n\nFrom: Zoe <zoe@home.example>\nSubject: Late\nContent-Type: text/plain\n\nWhere is it?\n--b--';
    expect(await textOf({ headers: ['Content-Type: multipart/mixed; boundary=b'], body })).toBe(
      'See below.\n\n---------- Forwarded message ----------\nFrom: Zoe <zoe@home.example>\nSubject: Late\n\nWhere is it?',
    );
  });

  it('with winmail.dat is read without it, and that is said', async () => {
    const body =
      '--b\nContent-Type: text/plain\n\nSee attached.\n--b\nContent-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\neJ8+IgAA\n--b--';
    const found = await read(mail({ headers: ['Content-Type: multipart/mixed; boundary=b'], body }), 'one.eml');
    expect(found.conversations[0]?.messages[0]?.text).toBe('See attached.');
    expect(found.problems).toMatchObject([{ code: 'part-left-out', severity: 'warning', column: 'winmail.dat' }]);
  });

  it('with nothing but a picture says so, and without anything at all is listed', async () => {
    const headers = [
      'Content-Type: image/png; name="=?utf-8?Q?f=C3=BC=C3=9Fe.png?="',
      'Content-Transfer-Encoding: base64',
    ];
    expect(await textOf({ headers, body: 'iVBORw0K' })).toBe('[attachment: füße.png]');
    expect((await read(mail({ body: ' ' }), 'one.eml')).problems).toMatchObject([{ code: 'empty-text', units: 1 }]);
  });

  it('with an attachment of any size is read in the memory of its words', async () => {
    const film = 'QUJD'.repeat(19).concat('\n').repeat(20_000);
    const body = `--b\nContent-Type: text/plain\n\nSee attached.\n--b\nContent-Type: video/mp4\nContent-Transfer-Encoding: base64\n\n${film}--b--`;
    const limits = { ...defaultLimits, itemBytes: 5000 };
    const found = await readWhole(mail({ headers: ['Content-Type: multipart/mixed; boundary=b'], body }), {
      fileName: 'one.eml',
      limits,
    });
    expect(found.conversations[0]?.messages[0]?.text).toBe('See attached.');
  });

  it.each([
    ['a boundary that never comes', ['Content-Type: multipart/mixed; boundary=zz'], 'kept', 'kept'],
    ['a text whose boundary never ends', ['Content-Type: multipart/mixed; boundary=b'], '--b\n\nkept', 'kept'],
    [
      'an empty header of a part',
      ['Content-Type: multipart/mixed; boundary=b'],
      '--b\n\nkept\n--b--\nafterwards',
      'kept',
    ],
    [
      'a boundary of regular signs',
      ['Content-Type: multipart/mixed; boundary="(a+)+$"'],
      '--(a+)+$\n\nkept\n--(a+)+$--',
      'kept',
    ],
  ])('with %s ends well', async (_, headers, body, text) => {
    expect(await textOf({ headers, body })).toBe(text);
  });

  it('nested or parted beyond measure costs its lines and no more', async () => {
    const nested = Array.from(
      { length: 2000 },
      (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n`,
    ).join('\n');
    expect(await textOf({ headers: ['Content-Type: multipart/mixed; boundary=b0'], body: nested })).toBeDefined();
    const many = await read(
      mail({ headers: ['Content-Type: multipart/mixed; boundary=b'], body: '--b\n\nx\n'.repeat(5000) }),
      'one.eml',
    );
    expect(many.problems).toMatchObject([{ code: 'bad-mail' }]);
  });

  it('with two From fields is by the first, as mail programs show it', async () => {
    const found = await read(
      mail({ headers: ['From: Eve <eve@evil.example>', 'Content-Type: text/plain'] }),
      'one.eml',
    );
    expect(found.conversations[0]?.messages[0]?.authorEmail).toBe('ann@home.example');
  });

  it('whose clock stands years off takes the time at which it arrived', async () => {
    const headers = ['Received: from a by b; Tue, 10 Mar 2026 08:00:00 +0000 (UTC)'];
    const found = await read(mail({ date: 'Thu, 1 Jan 2009 00:00:00 +0000', headers }), 'one.eml');
    expect(found.conversations[0]?.messages[0]?.at).toBe('2026-03-10T08:00:00.000Z');
  });

  it('of Outlook’s own kind is refused with the way out', async () => {
    const found = await lookAt(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'one.msg');
    expect('refused' in found && found.refused[0]).toMatchObject({ code: 'unknown-format' });
    expect('refused' in found && found.refused[0]?.wayOut).toContain('.eml');
    expect(await refusalsOf(bytesOf('!BDN\0\0\0\0'), 'all.pst')).toEqual(['unknown-format']);
  });
});

describe('threads', () => {
  it('follow References and In-Reply-To in whatever order the mails lie', async () => {
    const chain = [
      { id: 'a@x' },
      {
        id: 'b@x',
        refs: 'a@x',
        from: 'Mara <help@shop.example>',
        to: 'ann@home.example',
        date: 'Mon, 9 Mar 2026 10:00:00 +0100',
      },
      { id: 'c@x', replyTo: 'b@x', date: 'Mon, 9 Mar 2026 11:00:00 +0100' },
    ];
    expect(await threadsOf(...chain)).toEqual([['a@x', 'b@x', 'c@x']]);
    expect(await threadsOf(...chain.toReversed())).toEqual([['a@x', 'b@x', 'c@x']]);
    const ids = (await read(mbox(...chain.toReversed().map(mail)))).conversations.map(({ id }) => id);
    expect(ids).toEqual(['a@x']);
  });

  it('hold together when the first mail is missing', async () => {
    expect(
      await threadsOf(
        { id: 'b@x', refs: 'a@x' },
        { id: 'c@x', refs: 'a@x b@x', date: 'Mon, 9 Mar 2026 11:00:00 +0100' },
      ),
    ).toEqual([['b@x', 'c@x']]);
  });

  it('without References go by subject and the two who write, within thirty days', async () => {
    const answer = {
      id: 'b@x',
      subject: 'AW: [Ticket 5] Boots',
      from: 'help@shop.example',
      to: 'ann@home.example',
      date: 'Tue, 10 Mar 2026 09:00:00 +0100',
    };
    expect(await threadsOf({ id: 'a@x' }, answer)).toEqual([['a@x', 'b@x']]);
    expect(await threadsOf(answer, { id: 'a@x' })).toEqual([['a@x', 'b@x']]);
    expect(await threadsOf({ id: 'a@x' }, { ...answer, to: 'zoe@home.example' })).toHaveLength(2);
    expect(await threadsOf({ id: 'a@x' }, { ...answer, date: 'Tue, 12 May 2026 09:00:00 +0100' })).toHaveLength(2);
  });

  it('do not swallow new mails of the same subject, as contact forms send them', async () => {
    expect(
      await threadsOf({ id: 'a@x', subject: 'Contact form' }, { id: 'b@x', subject: 'Contact form' }),
    ).toHaveLength(2);
  });

  it('that refer to each other in a circle end', async () => {
    expect(await threadsOf({ id: 'a@x', refs: 'b@x' }, { id: 'b@x', refs: 'a@x' })).toHaveLength(1);
  });

  it('of several mailboxes become one, each mail once', async () => {
    const inbox = mbox(
      mail({ id: 'a@x' }),
      mail({ id: 'c@x', refs: 'a@x b@x', date: 'Mon, 9 Mar 2026 12:00:00 +0100' }),
    );
    const answer = {
      id: 'b@x',
      refs: 'a@x',
      from: 'help@shop.example',
      to: 'ann@home.example',
      date: 'Mon, 9 Mar 2026 10:00:00 +0100',
    };
    const sent = mbox(mail(answer), mail({ id: 'a@x' }));
    const zip = zipSync({
      'Mail/Inbox': bytesOf(inbox),
      'Mail/Inbox.msf': bytesOf('index'),
      'Mail/Sent': bytesOf(sent),
    });
    const found = await read(zip, 'mail.zip');
    expect(found.plan).toMatchObject({ format: 'mbox', member: null, units: 4, conversations: 1 });
    expect(found.conversations.map(({ messages }) => messages.map(({ id }) => id))).toEqual([['a@x', 'b@x', 'c@x']]);
    expect(found.counts).toMatchObject({ units: 4, accepted: 3, duplicate: 1, rejected: 0 });
  });

  it('of a zip of single mails are read too', async () => {
    const zip = zipSync({
      '1.eml': bytesOf(mail({ id: 'a@x' })),
      '2.eml': bytesOf(mail({ id: 'b@x', refs: 'a@x' })),
      'notes.txt': bytesOf('hi'),
    });
    expect((await read(zip, 'mails.zip')).plan).toMatchObject({ format: 'eml', units: 2, conversations: 1 });
  });

  it('give a mail without an id the same id every time', async () => {
    const found = await read(mbox(mail({}), mail({}), mail({ body: 'Another' })));
    expect(found.counts).toMatchObject({ accepted: 2, duplicate: 1 });
  });
});

describe('an mbox file', () => {
  it('parts mails only where a mail begins', async () => {
    const body = 'I will tell you.\n\nFrom what I know it left.\n\n>From here on it is quoted.';
    const found = await read(mbox(mail({ id: 'a@x', body }), mail({ id: 'b@x', subject: 'Shoes' })));
    expect(found.conversations[0]?.messages[0]?.text).toBe(body.replace('>From', 'From'));
    expect(found.conversations).toHaveLength(2);
  });

  it('of many mails is read with the line of each', async () => {
    const found = await read(mbox(mail({ id: 'a@x', date: 'soon' }), mail({ id: 'b@x', date: 'never' })));
    expect(found.problems.map(({ code, line }) => [code, line])).toEqual([
      ['bad-date', 1],
      ['bad-date', 11],
    ]);
  });
});

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
