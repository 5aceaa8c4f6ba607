import { describe, expect, it } from 'vitest';
import { readWhole } from '../read-whole.test-data.ts';

const message = (id: number, type: number | string, content: string | null, over: Record<string, unknown> = {}) => ({
  id,
  content,
  conversation_id: 7,
  message_type: type,
  private: false,
  content_type: 'text',
  created_at: 1_772_960_400 + id,
  ...over,
});
const agent = { id: 3, name: 'Mara', type: 'user' };
const contact = { id: 3, name: 'Noor', type: 'contact' };
const conversation = (...messages: unknown[]) => ({
  id: 7,
  inbox_id: 1,
  status: 'open',
  meta: { sender: contact, assignee: agent, channel: 'Channel::Whatsapp' },
  labels: [],
  messages,
});
const read = (value: unknown) => readWhole(JSON.stringify(value), { fileName: 'chatwoot.json' });
const said = async (value: unknown) =>
  (await read(value)).conversations.flatMap(({ messages }) =>
    messages.map(
      ({ role, roleGuessed, visibility, authorId, text }) =>
        `${role}${roleGuessed ? '?' : ''} ${visibility} ${authorId ?? '-'} ${text}`,
    ),
  );

describe('Chatwoot', () => {
  it.each([
    [
      'a contact and an agent with the same number as two people',
      message(1, 0, 'Hi', { sender: contact }),
      'customer public contact-3 Hi',
    ],
    [
      'an older message without a sender as the contact’s',
      message(1, 'incoming', 'Hi'),
      'customer public contact-3 Hi',
    ],
    ['an agent', message(1, 1, 'Hi', { sender: agent }), 'agent public user-3 Hi'],
    [
      'an agent by the word of its type',
      message(1, 'outgoing', 'Hi', { sender_type: 'User', sender_id: 3 }),
      'agent public user-3 Hi',
    ],
    ['a private note', message(1, 1, 'Hi', { private: true, sender: agent }), 'agent internal user-3 Hi'],
    ['a bot', message(1, 1, 'Hi', { sender: { id: 3, name: 'B', type: 'agent_bot' } }), 'bot public bot-3 Hi'],
    [
      'Captain',
      message(1, 1, 'Hi', { sender: { id: 1, name: 'C', type: 'captain_assistant' } }),
      'bot public bot-1 Hi',
    ],
    [
      'an automation',
      message(1, 1, 'Hi', { content_attributes: { automation_rule_id: 4 }, sender: agent }),
      'bot public user-3 Hi',
    ],
    ['words without any sender', message(1, 1, 'Hi'), 'bot? public - Hi'],
    ['what happened', message(1, 2, 'Assigned'), 'system internal - Assigned'],
    ['a greeting', message(1, 3, 'Welcome', { sender: null }), 'system public - Welcome'],
    ['a survey', message(1, 3, 'Rate us', { content_type: 'input_csat' }), 'system public - Rate us'],
    ['a message of a new kind', message(1, 9, 'Hm'), 'system? internal - Hm'],
    [
      'of a mail the reply alone',
      message(1, 0, 'all', {
        sender: contact,
        content_type: 'incoming_email',
        content_attributes: { email: { text_content: { full: 'Yes\n> Can I?', reply: 'Yes', quoted: 'x' } } },
      }),
      'customer public contact-3 Yes',
    ],
    [
      'a file alone',
      message(1, 0, null, { sender: contact, attachments: [{ file_type: 'image' }] }),
      'customer public contact-3 [attachment: image]',
    ],
  ])('reads %s', async (_, one, expected) => {
    expect(await said(conversation(one))).toEqual([expected]);
  });

  it('counts what was deleted', async () => {
    const found = await read(
      conversation(message(1, 0, 'This message was deleted', { content_attributes: { deleted: true } })),
    );
    expect(found.problems).toEqual([
      expect.objectContaining({ code: 'empty-text', reason: expect.stringContaining('deleted') }),
    ]);
  });

  it('reads the answer to its survey, within the messages and in a list of its own', async () => {
    const answered = message(2, 3, 'Rate us', {
      content_type: 'input_csat',
      content_attributes: { submitted_values: { csat_survey_response: { rating: 4, feedback_message: 'ok' } } },
    });
    expect((await read(conversation(answered))).conversations[0]).toMatchObject({
      csatRaw: '4',
      csatMax: 5,
      csatComment: 'ok',
      channel: 'messaging',
      customer: 'contact-3',
      assignee: 'user-3',
    });
    const list = [
      {
        id: 1,
        rating: 2,
        feedback_message: '',
        conversation_id: 7,
        message_id: 2,
        assigned_agent: { id: 5 },
        created_at: 1,
      },
    ];
    expect((await read(list)).conversations[0]).toMatchObject({ id: '7', csatRaw: '2', csatAgentId: 'user-5' });
  });

  it('reads a page of messages by themselves', async () => {
    const page = {
      meta: { contact: {} },
      payload: [message(1, 0, 'Hi', { sender: contact }), message(2, 1, 'Hello', { sender: agent })],
    };
    expect((await read(page)).conversations.map(({ id, messages }) => [id, messages.length])).toEqual([['7', 2]]);
  });

  it('warns of a list of conversations, which shows only their last message', async () => {
    const listed = { ...conversation(message(1, 0, 'Hi', { sender: contact })), last_non_activity_message: {} };
    const found = await read({ data: { meta: {}, payload: [listed] } });
    expect(found.problems.map(({ code, units }) => [code, units])).toEqual([['only-last-message', 0]]);
  });
});
