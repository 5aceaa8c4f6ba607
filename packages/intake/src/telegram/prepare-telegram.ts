/** A Telegram export (result.json of one chat or of all) → messages, parted into conversations by a day of silence. */
import { decodeText } from '../decode-text.ts';
import { parseJson } from '../json/parse-json.ts';
import { asText, isObject, type JsonObject, pickText } from '../json/pick.ts';
import type { IntakeLimits } from '../limits.ts';
import type { PreparedLine, PreparedMessage } from '../prepared/prepared-line.ts';
import { createSilenceSplitter } from '../prepared/split-by-silence.ts';
import { scanChats } from './scan-chats.ts';

export async function* prepareTelegram(
  chunks: AsyncIterable<Uint8Array>,
  limits: IntakeLimits,
): AsyncGenerator<PreparedLine> {
  const splitter = createSilenceSplitter();
  const firstAuthors = new Map<string, string>();
  for await (const { bytes, chat, line } of scanChats(chunks, limits.itemBytes)) {
    const text = bytes === null ? null : decodeText(bytes);
    const parsed = text === null ? null : parseJson(text, limits.jsonDepth);
    if (!parsed?.ok || !isObject(parsed.value)) {
      yield { line, problem: brokenMessage(bytes === null, text === null, parsed?.ok === false ? parsed.reason : '') };
      continue;
    }
    const item = parsed.value;
    const seconds = pickText(item, 'date_unixtime');
    const time = seconds === '' ? Date.parse(`${pickText(item, 'date')}Z`) : Number(seconds) * 1000;
    const chatId = chat.get('id') || chat.get('name') || 'chat';
    const { id } = splitter.conversationOf(chatId, time, pickText(item, 'id'));
    yield prepareMessage(item, { chat, line, conversationId: id, firstAuthors });
  }
}

function brokenMessage(
  isLong: boolean,
  isNoText: boolean,
  reason: string,
): Extract<PreparedLine, { problem: unknown }>['problem'] {
  if (isLong) return { code: 'row-too-long', column: null, reason: 'The message is longer than a message can be.' };
  if (isNoText) return { code: 'bad-encoding', column: null, reason: 'The message is not valid UTF-8.' };
  return { code: 'bad-json', column: null, reason: reason || 'The message is not an object.' };
}

function prepareMessage(
  item: JsonObject,
  o: { chat: ReadonlyMap<string, string>; line: number; conversationId: string; firstAuthors: Map<string, string> },
): PreparedMessage {
  const isService = pickText(item, 'type') === 'service';
  const name = pickText(item, 'from', 'actor');
  const fromId = pickText(item, 'from_id', 'actor_id');
  const key = fromId || name;
  if (!isService && !o.firstAuthors.has(o.conversationId)) o.firstAuthors.set(o.conversationId, key);
  const chatName = o.chat.get('name') ?? '';
  const isPersonal = /^(?:personal_chat|bot_chat)$/.test(o.chat.get('type') ?? '');
  // The export is made by the other one, so the chat bears the partner's name and number.
  const isPartner = fromId === `user${o.chat.get('id') ?? ''}` || (name !== '' && name === chatName);
  const isBot = (o.chat.get('type') === 'bot_chat' && isPartner) || pickText(item, 'via_bot') !== '';
  const text = isService ? `${name} ${pickText(item, 'action')}`.trim() : readText(item);
  return {
    line: o.line,
    conversation: {
      id: o.conversationId,
      subject: '',
      channelWord: 'telegram',
      ...(isPersonal && chatName !== '' ? { customer: chatName } : {}),
    },
    message: {
      id: pickText(item, 'id') || `line-${o.line}`,
      date: pickText(item, 'date_unixtime', 'date'),
      author: name || (isService ? '' : 'Deleted account'),
      authorId: fromId,
      authorEmail: '',
      text,
      ...(pickText(item, 'forwarded_from') === ''
        ? {}
        : { signs: ['forward'] as const satisfies PreparedMessage['message']['signs'] }),
    },
    ...(isService ? { role: 'system' as const } : isBot ? { role: 'bot' as const } : {}),
    guess: isPersonal
      ? isPartner
        ? 'customer'
        : 'agent'
      : o.firstAuthors.get(o.conversationId) === key
        ? 'customer'
        : 'agent',
  };
}

/** Text comes as a string or in pieces; a message without one is named after what it carries. */
function readText(item: JsonObject): string {
  const { text } = item;
  const pieces = Array.isArray(text) ? text : [text];
  const said = pieces.map((piece: unknown) => (isObject(piece) ? asText(piece.text) : asText(piece))).join('');
  if (said !== '') return said;
  const media =
    pickText(item, 'media_type').replaceAll('_', ' ') ||
    (pickText(item, 'photo') ? 'photo' : pickText(item, 'file') ? 'file' : '');
  return media === '' ? '' : `[attachment: ${media}]`;
}

const chatTypes =
  /"type"\s*:\s*"(?:personal_chat|bot_chat|private_group|private_supergroup|public_supergroup|private_channel|public_channel|saved_messages)"/;

/** By what only Telegram writes; the list of messages alone would be anybody's. */
export const looksLikeTelegram = (head: string): boolean =>
  (chatTypes.test(head) && /"messages"\s*:\s*\[/.test(head)) ||
  (/"from_id"\s*:\s*"(?:user|channel)\d+"/.test(head) && /"(?:date_unixtime|text_entities)"/.test(head));
