import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../read-whole.test-data.ts';
import { mail, mbox, read, threadsOf } from './mail.test-data.ts';

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

  it('keep an answer behind what it answers where two clocks differ by less than five minutes, and no further', async () => {
    const at = async (date: string) => {
      const answer = { id: 'b@x', replyTo: 'a@x', from: 'Mara <mara@shop.example>', to: 'ann@home.example', date };
      const [thread] = (await read(mbox(mail(answer), mail({ id: 'a@x' })))).conversations;
      return thread?.messages.map((one) => `${one.id} ${one.at?.slice(11, 19)}`);
    };
    expect(await at('Mon, 9 Mar 2026 08:57:30 +0100')).toEqual(['a@x 08:00:00', 'b@x 08:00:01']);
    expect(await at('Mon, 9 Mar 2026 08:52:30 +0100')).toEqual(['b@x 07:52:30', 'a@x 08:00:00']);
    expect(await at('Mon, 9 Mar 2026 09:02:00 +0100')).toEqual(['a@x 08:00:00', 'b@x 08:02:00']);
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

  it('of a zip of single mails are read too, and a file that is no mail is named', async () => {
    const zip = zipSync({
      '1.eml': bytesOf(mail({ id: 'a@x' })),
      '2.eml': bytesOf(mail({ id: 'b@x', refs: 'a@x' })),
      'notes.txt': bytesOf('hi'),
    });
    expect((await read(zip, 'mails.zip')).plan).toMatchObject({ format: 'eml', units: 2, conversations: 1 });
    const damaged = zipSync({ '1.eml': bytesOf(mail({ id: 'a@x' })), '2.eml': bytesOf('x'), '3.eml': bytesOf('') });
    const found = await read(damaged, 'mails.zip');
    expect(found.counts).toMatchObject({ units: 3, accepted: 1, rejected: 2 });
    expect(found.problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['bad-mail', 'mails.zip/2.eml', 1],
      ['bad-mail', 'mails.zip/3.eml', 1],
    ]);
  });

  it('give a mail without an id the same id every time', async () => {
    const found = await read(mbox(mail({}), mail({}), mail({ body: 'Another' })));
    expect(found.counts).toMatchObject({ accepted: 2, duplicate: 1 });
  });
});

describe('an mbox file', () => {
  it('parts mails only where a mail begins', async () => {
    const body =
      'I will tell you.\n\nFrom what I know it left.\n\nFrom the invoice\nTotal: 12\n\n>From here on it is quoted.';
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
