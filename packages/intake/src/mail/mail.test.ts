import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { bytesOf, lookAt, planOf, readWhole, refusalsOf } from '../read-whole.test-data.ts';
import { mail, mbox, read, textOf } from './mail.test-data.ts';

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
