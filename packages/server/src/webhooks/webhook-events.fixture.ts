/** For tests: six pieces of news of one conversation, in the form of each source, and how it signs. */
import { createHmac } from 'node:crypto';

export interface WebhookCase {
  kind: string;
  /** In the order in which they happened. */
  events: { body: object; headers: Record<string, string> }[];
  sign(raw: string, secret: string, now: Date): Record<string, string>;
}

const minute = (n: number): string => new Date(Date.UTC(2026, 2, 2, 9, n)).toISOString();
const seconds = (n: number): number => Date.UTC(2026, 2, 2, 9, n) / 1000;
const hmac = (hash: string, secret: string, ...parts: string[]) =>
  parts.reduce((one, part) => one.update(part), createHmac(hash, secret));

const ask = 'My lamp broke and I am upset';
const answer = 'I am sorry about that lamp';
const better = 'I am sorry about that lamp, a new one goes out today';

const chatwoot: WebhookCase = {
  kind: 'chatwoot',
  sign: (raw, secret, now) => {
    const time = String(Math.floor(now.getTime() / 1000));
    const signature = `sha256=${hmac('sha256', secret, `${time}.`, raw).digest('hex')}`;
    return { 'x-chatwoot-signature': signature, 'x-chatwoot-timestamp': time };
  },
  events: (() => {
    const around = (n: number, rest: object = {}) => ({
      ...{ id: 7, inbox_id: 1, status: 'open', labels: [], additional_attributes: {}, updated_at: seconds(n) },
      meta: { sender: { id: 3, name: 'Ann Weller' }, channel: 'Channel::WebWidget' },
      ...rest,
    });
    const message = (event: string, n: number, rest: object) => ({
      ...{ event, content_type: 'text', private: false, conversation: around(n), created_at: minute(1) },
      ...{ updated_at: minute(n), ...rest },
    });
    const contact = { message_type: 'incoming', sender: { id: 3, name: 'Ann Weller', type: 'contact' } };
    const agent = { message_type: 'outgoing', sender: { id: 5, name: 'Ben Hale', type: 'user' } };
    return [
      { event: 'conversation_created', ...around(0) },
      message('message_created', 1, { id: 11, content: ask, ...contact }),
      message('message_created', 2, { id: 12, content: answer, created_at: minute(2), ...agent }),
      message('message_updated', 3, { id: 12, content: better, created_at: minute(2), ...agent }),
      message('message_updated', 4, { id: 11, content: 'gone', content_attributes: { deleted: true }, ...contact }),
      { event: 'conversation_status_changed', ...around(5, { status: 'resolved', labels: ['lamp'] }) },
    ];
  })().map((body) => ({ body, headers: {} })),
};

const libredesk: WebhookCase = {
  kind: 'libredesk',
  sign: (raw, secret) => ({ 'x-libredesk-signature': `sha256=${hmac('sha256', secret, raw).digest('hex')}` }),
  events: [
    [
      'conversation.created',
      0,
      { uuid: 'u-1', reference_number: '1', subject: 'Lamp', status: 'Open', inbox_channel: 'email' },
    ],
    [
      'message.created',
      1,
      {
        uuid: 'm-1',
        conversation_uuid: 'u-1',
        type: 'incoming',
        sender_type: 'contact',
        author: { id: 3, first_name: 'Ann', type: 'contact' },
        content: ask,
        created_at: minute(1),
      },
    ],
    ['conversation.deleted', 2, { uuid: 'u-1' }],
    ['conversation.created', 3, { uuid: 'u-1', reference_number: '1', status: 'Open', inbox_channel: 'email' }],
    [
      'message.created',
      4,
      {
        uuid: 'm-2',
        conversation_uuid: 'u-1',
        type: 'outgoing',
        sender_type: 'agent',
        author: { id: 5, first_name: 'Ben', type: 'agent' },
        content: answer,
        created_at: minute(4),
      },
    ],
    [
      'conversation.status_changed',
      5,
      { uuid: 'u-1', reference_number: '1', status: 'Resolved', inbox_channel: 'email' },
    ],
  ].map(([event, n, payload]) => ({ body: { event, timestamp: minute(Number(n)), payload }, headers: {} })),
};

const zendesk: WebhookCase = {
  kind: 'zendesk',
  sign: (raw, secret, now) => {
    const time = now.toISOString();
    const signature = hmac('sha256', secret, time, raw).digest('base64');
    return { 'x-zendesk-webhook-signature': signature, 'x-zendesk-webhook-signature-timestamp': time };
  },
  events: [
    ['ticket.created', 0, {}, {}],
    [
      'ticket.comment_added',
      1,
      {},
      { comment: { id: '71', body: ask, is_public: true, author: { id: '3', name: 'Ann', is_staff: false } } },
    ],
    [
      'ticket.comment_added',
      2,
      {},
      { comment: { id: '72', body: answer, is_public: true, author: { id: '5', name: 'Ben', is_staff: true } } },
    ],
    [
      'ticket.comment_added',
      3,
      {},
      { comment: { id: '73', body: 'a note', is_public: false, author: { id: '5', name: 'Ben', is_staff: true } } },
    ],
    ['ticket.tags_changed', 4, { tags: ['lamp'] }, {}],
    ['ticket.status_changed', 5, { status: 'SOLVED', tags: ['lamp'] }, {}],
  ].map(([event, n, detail, inside]) => ({
    body: {
      ...{
        type: `zen:event-type:${event}`,
        account_id: 1,
        id: `e-${n}`,
        time: minute(Number(n)),
        subject: 'zen:ticket:7',
      },
      detail: {
        id: '7',
        subject: 'Lamp',
        status: 'OPEN',
        requester_id: '3',
        via: { channel: 'web' },
        created_at: minute(0),
        ...(detail as object),
      },
      event: inside,
    },
    headers: {},
  })),
};

const intercom: WebhookCase = {
  kind: 'intercom',
  sign: (raw, secret) => ({ 'x-hub-signature': `sha1=${hmac('sha1', secret, raw).digest('hex')}` }),
  events: (() => {
    const source = { id: 's-1', type: 'conversation', body: ask, author: { type: 'user', id: '3', name: 'Ann' } };
    const part = (id: string, n: number, body: string) => ({
      id,
      part_type: 'comment',
      body,
      created_at: seconds(n),
      author: { type: 'admin', id: '5', name: 'Ben' },
    });
    const item = (n: number, parts: object[], rest: object = {}) => ({
      ...{ type: 'conversation', id: '700', created_at: seconds(0), updated_at: seconds(n), state: 'open', source },
      ...{ conversation_parts: { conversation_parts: parts }, ...rest },
    });
    return [
      ['conversation.user.created', 0, item(0, [])],
      ['conversation.admin.replied', 1, item(1, [part('p-1', 1, answer)])],
      ['conversation.deleted', 2, { id: '700', updated_at: seconds(2) }],
      ['conversation.user.created', 3, item(3, [])],
      ['conversation.admin.replied', 4, item(4, [part('p-2', 4, better)])],
      ['conversation.admin.closed', 5, item(5, [], { state: 'closed' })],
    ].map(([topic, n, one]) => ({
      type: 'notification_event',
      topic,
      id: `n-${n}`,
      created_at: seconds(Number(n)),
      data: { item: one },
    }));
  })().map((body) => ({ body, headers: {} })),
};

const helpScout: WebhookCase = {
  kind: 'help-scout',
  sign: (raw, secret) => ({ 'x-helpscout-signature': hmac('sha1', secret, raw).digest('base64') }),
  events: (() => {
    const thread = (id: number, n: number, body: string, type: string) => ({
      id,
      type,
      body,
      state: 'published',
      createdAt: minute(n),
      createdBy: {
        id: type === 'customer' ? 3 : 5,
        type: type === 'customer' ? 'customer' : 'user',
        first: type === 'customer' ? 'Ann' : 'Ben',
      },
    });
    const convo = (event: string, n: number, threads: object[], rest: object = {}) => ({
      headers: { 'x-helpscout-event': event },
      body: {
        id: 70,
        number: 1,
        mailboxId: 1,
        type: 'email',
        status: 'active',
        subject: 'Lamp',
        userUpdatedAt: minute(n),
        createdAt: minute(0),
        _embedded: { threads },
        ...rest,
      },
    });
    return [
      convo('convo.created', 0, [thread(1, 0, ask, 'customer')]),
      convo('convo.agent.reply.created', 1, [thread(2, 1, answer, 'message')]),
      convo('convo.tags', 2, [], { tags: [{ tag: 'lamp' }] }),
      convo('convo.agent.reply.created', 3, [thread(2, 1, better, 'message')]),
      convo('convo.customer.reply.created', 4, [thread(3, 4, 'Thank you', 'customer')]),
      convo('convo.status', 5, [], { status: 'closed' }),
    ];
  })(),
};

const zammad: WebhookCase = {
  kind: 'zammad',
  sign: (raw, secret) => ({ 'x-hub-signature': `sha1=${hmac('sha1', secret, raw).digest('hex')}` }),
  events: (() => {
    const ticket = (n: number, state = 'open') => ({
      id: 7,
      number: '100',
      title: 'Lamp',
      state,
      customer: 'ann',
      created_at: minute(0),
      updated_at: minute(n),
    });
    const article = (id: number, n: number, body: string, sender: string) => ({
      id,
      ticket_id: 7,
      type: 'web',
      sender,
      from: sender === 'Agent' ? 'Ben' : 'Ann',
      created_by_id: sender === 'Agent' ? 5 : 3,
      body,
      content_type: 'text/plain',
      internal: false,
      created_at: minute(n),
      updated_at: minute(n),
    });
    return [
      { ticket: ticket(0, 'new'), article: article(1, 0, ask, 'Customer') },
      { ticket: ticket(1), article: article(2, 1, answer, 'Agent') },
      { ticket: ticket(2, 'removed'), article: {} },
      { ticket: ticket(3, 'open'), article: article(3, 3, better, 'Agent') },
      { ticket: ticket(4, 'pending close'), article: {} },
      { ticket: ticket(5, 'closed'), article: article(4, 5, 'Thank you', 'Customer') },
    ];
  })().map((body) => ({ body, headers: {} })),
};

export const webhookCases: readonly WebhookCase[] = [chatwoot, libredesk, zendesk, intercom, helpScout, zammad];
