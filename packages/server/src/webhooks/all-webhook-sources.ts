import { bodyAt, isBody, textAt, timeAt } from './read-fields.ts';
import { type Body, noNews, type WebhookSource } from './webhook-source.ts';

/** Headers that say something about the news beside its signature. */
export const headersRead = ['x-chatwoot-timestamp', 'x-helpscout-event'];

const chatwoot: WebhookSource = {
  kind: 'chatwoot',
  secretFrom: 'helpdesk',
  format: 'chatwoot',
  signature: {
    ...{ header: 'x-chatwoot-signature', prefix: 'sha256=', hash: 'sha256', encoding: 'hex' },
    time: { header: 'x-chatwoot-timestamp', between: '.' },
  },
  setUp: 'Settings → Integrations → Webhooks. Versions that sign nothing cannot be used; they are read every minute.',
  deliveryHeader: 'x-chatwoot-delivery',
  read(body, { header }) {
    const event = textAt(body, 'event');
    const isMessage = event.startsWith('message_');
    const around = isMessage ? bodyAt(body, 'conversation') : body;
    // Its own clock where there is one; else when it was sent, which is signed too.
    const saidAt =
      timeAt(body, 'updated_at') ??
      timeAt(around, 'updated_at') ??
      timeAt({ at: header('x-chatwoot-timestamp') }, 'at');
    const id = textAt(around, 'id', 'display_id') || textAt(body, 'conversation_id');
    if (event === 'conversation_deleted') return { ...noNews, saidAt, goneConversations: id === '' ? [] : [id] };
    const isDeleted = isMessage && bodyAt(body, 'content_attributes').deleted === true;
    if (event === 'message_deleted' || isDeleted) {
      const message = textAt(body, 'id');
      return { ...noNews, saidAt, goneMessages: id === '' || message === '' ? [] : [{ conversation: id, message }] };
    }
    if (isMessage) return { ...noNews, saidAt, entry: body };
    if (event.startsWith('conversation_'))
      return { ...noNews, saidAt, entry: { ...body, messages: listAt(body, 'messages') } };
    return noNews;
  },
};

const libredesk: WebhookSource = {
  kind: 'libredesk',
  secretFrom: 'either',
  format: 'libredesk',
  signature: { header: 'x-libredesk-signature', prefix: 'sha256=', hash: 'sha256', encoding: 'hex' },
  setUp: 'Admin → Integrations → Webhooks: this address, the events of conversations and messages, and the secret.',
  read(body) {
    const payload = bodyAt(body, 'payload');
    const event = textAt(body, 'event');
    const saidAt = timeAt(body, 'timestamp');
    const id = textAt(payload, 'uuid', 'conversation_uuid');
    if (event === 'conversation.deleted') return { ...noNews, saidAt, goneConversations: id === '' ? [] : [id] };
    if (event === 'message.deleted') {
      const conversation = textAt(payload, 'conversation_uuid');
      return {
        ...noNews,
        saidAt,
        goneMessages: conversation === '' ? [] : [{ conversation, message: textAt(payload, 'uuid') }],
      };
    }
    if (event.startsWith('message.')) return { ...noNews, saidAt, entry: payload };
    if (!event.startsWith('conversation.')) return noNews;
    // Some events tell of a change alone, and name the conversation with it.
    const whole = 'uuid' in payload ? payload : { ...payload, uuid: id };
    return { ...noNews, saidAt, entry: id === '' ? null : { ...whole, messages: listAt(payload, 'messages') } };
  },
};

const zendesk: WebhookSource = {
  kind: 'zendesk',
  secretFrom: 'helpdesk',
  format: 'zendesk',
  signature: {
    ...{ header: 'x-zendesk-webhook-signature', prefix: '', hash: 'sha256', encoding: 'base64' },
    time: { header: 'x-zendesk-webhook-signature-timestamp', between: '' },
  },
  setUp:
    'Admin Center → Apps and integrations → Webhooks: subscribe to the ticket events, and reveal the signing secret.',
  read(body) {
    const detail = bodyAt(body, 'detail');
    const ticket = textAt(detail, 'id') || (/^zen:ticket:(\d+)$/.exec(textAt(body, 'subject'))?.[1] ?? '');
    const event = textAt(body, 'type').split(':').at(-1) ?? '';
    const saidAt = timeAt(body, 'time');
    if (ticket === '' || !event.startsWith('ticket.')) return noNews;
    if (/^ticket\.(?:soft_deleted|permanently_deleted)$/.test(event)) {
      return { ...noNews, saidAt, goneConversations: [ticket] };
    }
    const head = { ...detail, id: ticket, status: textAt(detail, 'status').toLowerCase() };
    const comment = bodyAt(bodyAt(body, 'event'), 'comment');
    if (!isBody(bodyAt(body, 'event').comment)) return { ...noNews, saidAt, entry: { ...head, comments: [] } };
    const author = bodyAt(comment, 'author');
    const user = {
      id: textAt(author, 'id'),
      name: textAt(author, 'name'),
      role: author.is_staff === true ? 'agent' : 'end-user',
    };
    const said = {
      ...comment,
      author_id: user.id,
      public: comment.is_public === true,
      created_at: textAt(body, 'time'),
    };
    return { ...noNews, saidAt, entry: { ...head, comments: [said], users: [user] } };
  },
};

const intercom: WebhookSource = {
  kind: 'intercom',
  secretFrom: 'helpdesk',
  format: 'intercom',
  signature: { header: 'x-hub-signature', prefix: 'sha1=', hash: 'sha1', encoding: 'hex' },
  setUp:
    'Developer Hub → your app → Webhooks: this address and the topics of conversations; the secret is the client secret.',
  read(body) {
    const item = bodyAt(bodyAt(body, 'data'), 'item');
    const saidAt = timeAt(item, 'updated_at') ?? timeAt(body, 'created_at');
    const id = textAt(item, 'id', 'conversation_id');
    if (id === '' || !textAt(body, 'topic').startsWith('conversation')) return noNews;
    if (textAt(body, 'topic') === 'conversation.deleted') return { ...noNews, saidAt, goneConversations: [id] };
    const parts = item.conversation_parts ?? { conversation_parts: [] };
    return { ...noNews, saidAt, entry: { ...item, conversation_parts: parts } };
  },
};

const helpScout: WebhookSource = {
  kind: 'help-scout',
  secretFrom: 'either',
  format: 'help-scout',
  signature: { header: 'x-helpscout-signature', prefix: '', hash: 'sha1', encoding: 'base64' },
  setUp: 'Manage → Apps → Webhooks: this address, the conversation events, and the secret key.',
  read(body, { header }) {
    const event = header('x-helpscout-event') ?? '';
    const id = textAt(body, 'id');
    const saidAt = timeAt(body, 'userUpdatedAt', 'updatedAt', 'modifiedAt');
    if (id === '' || !event.startsWith('convo.')) return noNews;
    if (event === 'convo.deleted') return { ...noNews, saidAt, goneConversations: [id] };
    const threads = bodyAt(body, '_embedded').threads ?? body.threads ?? [];
    return { ...noNews, saidAt, entry: { ...body, threads } };
  },
};

const zammad: WebhookSource = {
  kind: 'zammad',
  secretFrom: 'either',
  format: 'zammad',
  signature: { header: 'x-hub-signature', prefix: 'sha1=', hash: 'sha1', encoding: 'hex' },
  setUp:
    'Manage → Webhook: this address and the HMAC secret; then a trigger for new and changed tickets that calls it.',
  deliveryHeader: 'x-zammad-delivery',
  read(body) {
    const ticket = bodyAt(body, 'ticket');
    const article = bodyAt(body, 'article');
    const id = textAt(ticket, 'id');
    const saidAt = timeAt(ticket, 'updated_at') ?? timeAt(article, 'updated_at');
    if (id === '') return noNews;
    if (/^(?:merged|removed)$/.test(wordAt(ticket, 'state'))) return { ...noNews, saidAt, goneConversations: [id] };
    return { ...noNews, saidAt, entry: { ...ticket, articles: 'id' in article ? [article] : [] } };
  },
};

/** A word by itself, or the name of an object. */
const wordAt = (body: Body, name: string): string => textAt(body, name) || textAt(bodyAt(body, name), 'name');

const listAt = (body: Body, name: string): readonly unknown[] => {
  const value = body[name];
  return Array.isArray(value) ? value : [];
};

const all: readonly WebhookSource[] = [chatwoot, libredesk, zendesk, intercom, helpScout, zammad]; // one for each of the contract’s kinds that sign

/** Null where a helpdesk signs nothing: it can only ring. */
export const findWebhookSource = (kind: string): WebhookSource | null => all.find((one) => one.kind === kind) ?? null;
