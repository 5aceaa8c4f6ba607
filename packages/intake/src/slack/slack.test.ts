import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf, planOf, readWhole } from '../read-whole.test-data.ts';
import { readSlackText } from './slack-text.ts';

const users = [
  { id: 'U1', team_id: 'T1', name: 'mara', profile: { real_name: 'Mara Lind', email: 'mara@shop.example' } },
  { id: 'U2', team_id: 'T1', name: 'guest', is_restricted: true, profile: { real_name: 'Gil Guest' } },
  { id: 'U3', team_id: 'T9', name: 'zoe', is_stranger: true, profile: { real_name: 'Zoe Far' } },
  { id: 'U4', team_id: 'T1', name: 'helper', is_bot: true, profile: { real_name: 'Helper' } },
];
const start = 1_773_043_200;
const said = (seconds: number, user: string, text: string, over: object = {}) => ({
  type: 'message',
  user,
  text,
  ts: `${start + seconds}.000100`,
  ...over,
});
const root = `${start}.000100`;
const zip = zipSync({
  'users.json': bytesOf(JSON.stringify(users)),
  'channels.json': bytesOf('[{"id":"C1","name":"help"}]'),
  'help/2026-03-09.json': bytesOf(
    JSON.stringify([
      said(0, 'U3', 'My lamp broke &amp; I &lt;3 it, <@U1>. See <https://x.example|here>', {
        thread_ts: root,
        replies: [],
      }),
      said(5, 'U9', '<@U9> has joined the channel', { subtype: 'channel_join' }),
      said(60, 'U1', 'We send a new one.', { thread_ts: root }),
      said(70, 'U4', 'Ticket made.', { thread_ts: root, subtype: 'bot_message', bot_id: 'B1' }),
    ]),
  ),
  'help/2026-03-10.json': bytesOf(
    JSON.stringify([
      said(90_000, 'U3', 'It came!', { thread_ts: root }),
      said(90_100, 'U2', '', { files: [{ title: 'photo.png' }] }),
      said(90_200, 'U1', 'Thanks for the photo.'),
      'nonsense',
    ]),
  ),
  'help/2026-03-11.json': bytesOf('{"ok":false}'),
});
const read = () => readWhole(zip, { fileName: 'slack.zip' });

describe('a Slack export', () => {
  it('is recognised as a whole', async () => {
    const plan = await planOf(zip, 'slack.zip');
    expect(plan).toMatchObject({ format: 'slack', member: null, needsTimeZone: false });
    expect(plan.headline).toContain('A Slack workspace: 7 messages');
  });

  it('makes a conversation of a thread, also over several days', async () => {
    const thread = (await read()).conversations.find(({ id }) => id === `help/${root}`);
    expect(thread).toMatchObject({ channel: 'messaging', channelRaw: 'slack', subject: '#help', customer: 'U3' });
    expect(
      thread?.messages.map(({ role, author, text, roleGuessed }) => [role, author, text, roleGuessed ?? false]),
    ).toEqual([
      ['customer', 'Zoe Far', 'My lamp broke & I <3 it, @Mara Lind. See here (https://x.example)', false],
      ['agent', 'Mara Lind', 'We send a new one.', true],
      ['bot', 'Helper', 'Ticket made.', false],
      ['customer', 'Zoe Far', 'It came!', false],
    ]);
    expect(thread?.messages[0]).toMatchObject({ id: root, at: '2026-03-09T08:00:00.000Z', authorId: 'U3' });
  });

  it('parts what stands outside threads by a day of silence', async () => {
    const others = (await read()).conversations.filter(({ id }) => id !== `help/${root}`);
    expect(others.map(({ messages }) => messages.map(({ role, text }) => [role, text]))).toEqual([
      [['system', '@U9 has joined the channel']],
      [
        ['customer', '[attachment: photo.png]'],
        ['agent', 'Thanks for the photo.'],
      ],
    ]);
  });

  it('names the day and the message that cannot be read', async () => {
    const { problems, counts } = await read();
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['not-a-message', 'slack.zip/help/2026-03-10.json', 4],
      ['not-a-conversation', 'slack.zip/help/2026-03-11.json', 1],
    ]);
    expect(counts).toMatchObject({ units: 9, accepted: 7, rejected: 2 });
  });

  it('shows its marks as a reader sees them', () => {
    const nameOf = () => '';
    expect(readSlackText('<!here> <#C1|help> <mailto:a@b.example|a@b.example> <@U5> a < b', nameOf)).toBe(
      '@here #help a@b.example @U5 a < b',
    );
    expect(readSlackText('&amp;lt;', nameOf)).toBe('&lt;');
  });
});
