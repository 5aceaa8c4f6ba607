import { describe, expect, it } from 'vitest';
import { readWhole } from '../read-whole.test-data.ts';

const message = (over: Record<string, unknown>) => ({
  uuid: 'm1',
  type: 'outgoing',
  private: false,
  content: '<p>Hi</p>',
  text_content: 'Hi',
  content_type: 'html',
  sender_type: 'agent',
  author: { id: 2, first_name: 'Mara', last_name: 'Voss', type: 'agent' },
  meta: {},
  created_at: '2026-03-02T10:00:00Z',
  ...over,
});
const conversation = (over: Record<string, unknown>, ...messages: unknown[]) => ({
  uuid: 'c1',
  reference_number: '100',
  status: 'Open',
  inbox_channel: 'livechat',
  contact: { id: 9, first_name: 'Ann', last_name: 'Lee' },
  messages,
  ...over,
});
const read = (value: unknown) => readWhole(JSON.stringify(value), { fileName: 'libredesk.json' });
const said = async (value: unknown) =>
  (await read(value)).conversations.flatMap(({ messages }) =>
    messages.map(({ role, visibility, author, text }) => `${role} ${visibility} ${author} ${text}`),
  );

describe('LibreDesk', () => {
  it.each([
    [
      'a visitor',
      { type: 'incoming', sender_type: 'contact', author: { id: 9, type: 'visitor', first_name: 'Guest' } },
      'customer public Guest Hi',
    ],
    [
      'a contact whom only the conversation names',
      { type: 'incoming', sender_type: 'contact', author: undefined },
      'customer public Ann Lee Hi',
    ],
    ['an AI assistant', { author: { id: 5, type: 'ai_assistant', first_name: 'Bo' } }, 'bot public Bo Hi'],
    ['what nobody typed', { meta: { is_automated: true } }, 'bot public Mara Voss Hi'],
    ['a survey', { meta: { is_csat: true } }, 'system public Mara Voss Hi'],
    ['what happened', { type: 'activity' }, 'system internal Mara Voss Hi'],
    ['a note', { private: true }, 'agent internal Mara Voss Hi'],
  ])('reads %s', async (_, over, expected) => {
    expect(await said(conversation({}, message(over)))).toEqual([expected]);
  });

  it('takes a rating of 0 for no answer', async () => {
    expect((await read(conversation({ csat_rating: 0 }, message({})))).conversations[0]?.csatRaw).toBeNull();
    expect(
      (await read(conversation({ csat_rating: 5, csat_feedback: 'Good', status: 'Closed' }, message({}))))
        .conversations[0],
    ).toMatchObject({ csatRaw: '5', csatMax: 5, csatComment: 'Good', resolved: true, channel: 'chat' });
  });

  it('reads an answer in its envelope, a page of messages inside, and a webhook', async () => {
    const expected = ['agent public Mara Voss Hi'];
    const page = { status: 'success', data: { results: [message({})], total: 1, page: 1 } };
    expect(await said({ status: 'success', data: { ...conversation({}), messages: page } })).toEqual(expected);
    const hook = {
      event: 'message.created',
      timestamp: '2026-03-02T10:00:00Z',
      payload: message({ conversation_uuid: 'c1' }),
    };
    expect(await said(hook)).toEqual(expected);
    expect((await read(hook)).conversations[0]?.id).toBe('c1');
  });
});
