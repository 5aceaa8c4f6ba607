/** A message of Chatwoot, in the form of REST or of a webhook. */
import type { AuthorRole } from '@rapport/contract';
import type { ItemOptions, ItemProblem } from '../json/item.ts';
import { asPerson, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { type Body, type Part, pickObject, readAttachments, unknownKind } from '../json/read-parts.ts';
import { decideRole } from '../who/decide-role.ts';

export interface MessagePlace {
  where: string;
  /** The contact of the conversation: older versions name no sender on what a customer wrote. */
  contact: { id: string; name: string; email: string };
  warnings: ItemProblem[];
}

type Kind = 'incoming' | 'outgoing' | 'activity' | 'template';
const kinds: Readonly<Record<string, Kind>> = {
  '0': 'incoming',
  '1': 'outgoing',
  '2': 'activity',
  '3': 'template',
  incoming: 'incoming',
  outgoing: 'outgoing',
  activity: 'activity',
  template: 'template',
};

export function readMessage(message: JsonObject, place: MessagePlace, o: ItemOptions): Part {
  const word = pickText(message, 'message_type');
  const kind = Object.hasOwn(kinds, word) ? (kinds[word] ?? null) : null;
  if (kind === null) place.warnings.push(unknownKind('message_type', word));
  const sender = pickObject(message, 'sender');
  const described = asPerson(pick(message, 'sender'));
  const isFromContact = kind === 'incoming' && described.id === '' && described.name === '';
  const id = described.id || pickText(message, 'sender_id') || (isFromContact ? place.contact.id : '');
  const author = isFromContact ? { ...place.contact, id } : { ...described, id };
  const type = (pickText(sender, 'type') || pickText(message, 'sender_type')).toLowerCase();
  const isDeleted = pickObject(message, 'content_attributes').deleted === true;
  return {
    where: place.where,
    id: pickText(message, 'id'),
    written: pickText(message, 'created_at'),
    ...whoWrote(kind, type, { id: author.id, email: author.email }, message, o),
    author: { ...author, id: prefixed(type, kind, author.id) },
    body: isDeleted
      ? { text: null, form: 'plain', whyEmpty: 'The message was deleted in Chatwoot.' }
      : findBody(message),
    attachments: isDeleted ? [] : readAttachments(message.attachments),
    // What happened is shown to agents alone; a message of a new kind is kept where it can do no harm.
    isInternal: message.private === true || kind === 'activity' || kind === null,
  };
}

/** Contacts, agents and bots count their ids apart from each other, each from 1. */
const prefixed = (type: string, kind: Kind | null, id: string): string =>
  id === ''
    ? ''
    : `${botTypes.has(type) ? 'bot' : type === 'contact' || kind === 'incoming' ? 'contact' : 'user'}-${id}`;

const botTypes = new Set(['agent_bot', 'agentbot', 'captain_assistant', 'captain::assistant', 'bot']);

function whoWrote(
  kind: Kind | null,
  type: string,
  author: { id: string; email: string },
  message: JsonObject,
  o: ItemOptions,
): { role: AuthorRole; isGuess: boolean } {
  if (kind === null) return { role: 'system', isGuess: true };
  // Greetings, requests for an address and surveys are written once, by nobody in this conversation.
  if (kind === 'activity' || kind === 'template' || pickText(message, 'content_type') === 'input_csat') {
    return { role: 'system', isGuess: false };
  }
  const attributes = pickObject(message, 'content_attributes');
  const isAutomation = 'automation_rule_id' in attributes && attributes.automation_rule_id !== null;
  const isCampaign = pickText(pickObject(message, 'additional_attributes'), 'campaign_id') !== '';
  const isBot = botTypes.has(type) || (kind === 'outgoing' && (isAutomation || isCampaign));
  const said = kind === 'incoming' ? 'customer' : type === 'user' || type === 'agent' ? 'agent' : null;
  const decided = decideRole({ isBot, said, id: author.id, email: author.email, isOpener: false }, o);
  // Without a sender nobody typed it: a flow or an integration did.
  const isNobody = kind === 'outgoing' && type === '' && author.id === '' && !isObject(message.sender);
  return isNobody && !isBot ? { role: 'bot', isGuess: true } : decided;
}

/** Of a mail the part that is the reply; the mail as a whole holds all earlier ones too. */
function findBody(message: JsonObject): Body {
  const mail = pickObject(pickObject(message, 'content_attributes'), 'email');
  for (const [name, form] of [
    ['text_content', 'plain'],
    ['html_content', 'html'],
  ] as const) {
    const content = pickObject(mail, name);
    const text = pickText(content, 'reply') || pickText(content, 'full');
    if (text.trim() !== '') return { text, form };
  }
  const content = pickText(message, 'content', 'processed_message_content');
  const isMail = pickText(message, 'content_type') === 'incoming_email';
  return { text: content, form: isMail ? 'unknown' : 'plain' };
}
