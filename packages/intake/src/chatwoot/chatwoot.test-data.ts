import { epoch, long, nameOf, numberOf, type Scenario, type SourceCase, type Turn } from '../source-case.test-data.ts';

const typeNumber: Readonly<Record<Turn['by'], number>> = {
  customer: 0,
  agent: 1,
  second: 1,
  note: 1,
  bot: 1,
  event: 2,
};
const typeWord = ['incoming', 'outgoing', 'activity', 'template'];
const senderType: Readonly<Record<Turn['by'], string>> = {
  customer: 'contact',
  agent: 'user',
  second: 'user',
  note: 'user',
  bot: 'agent_bot',
  event: '',
};

const message = (turn: Turn, index: number, conversationId: string) => ({
  id: 800 + index,
  content: turn.text,
  inbox_id: 4,
  conversation_id: long(conversationId),
  message_type: typeNumber[turn.by],
  content_type: 'text',
  status: 'sent',
  content_attributes: {},
  created_at: epoch(turn.at),
  private: turn.by === 'note',
  source_id: null,
  ...(turn.by === 'event'
    ? {}
    : { sender: { id: numberOf[turn.by], name: nameOf[turn.by], type: senderType[turn.by] } }),
});

const head = (id: string) => ({
  id: long(id),
  uuid: '0b1e6a0e-5a0c-4f0e-8f0a-1d7d5f6c2a11',
  account_id: 1,
  inbox_id: 4,
  status: 'resolved',
  labels: ['parcel'],
  meta: {
    sender: { id: 71, name: 'Ann Lee', email: 'ann@mail.example', type: 'contact' },
    assignee: { id: 12, name: 'Mara Voss', type: 'user' },
    channel: 'Channel::WebWidget',
  },
  additional_attributes: {},
  custom_attributes: {},
  created_at: 1_775_000_000,
});

/** As the REST API answers: kinds as numbers, times as seconds. */
export const chatwootCase: SourceCase = {
  format: 'chatwoot',
  entries: ({ id, turns }) => [{ ...head(id), messages: turns.map((turn, index) => message(turn, index, id)) }],
  envelope: (payload) => ({ data: { meta: { all_count: payload.length, mine_count: 0 }, payload } }),
  sendsHtml: false,
  lacks: [],
  guesses: {},
};

/** As webhooks tell of messages, one at a time: kinds as words, times as dates. */
export const chatwootWebhookCase: SourceCase = {
  format: 'chatwoot',
  entries: ({ id, turns }: Scenario) =>
    turns.map((turn, index) => ({
      ...message(turn, index, id),
      event: 'message_created',
      message_type: typeWord[typeNumber[turn.by]],
      created_at: new Date(turn.at).toISOString(),
      conversation: { ...head(id), messages: [message(turn, index, id)] },
      account: { id: 1, name: 'Shop' },
    })),
  sendsHtml: false,
  lacks: [],
  guesses: {},
  entryIsMessage: true,
};
