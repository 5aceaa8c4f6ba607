/**
 * A Slack export (a zip of channels, each with a file a day) → messages. A thread is a conversation, also over several
 * days; what stands outside threads is parted by a day of silence.
 */
import { decodeText } from '../decode-text.ts';
import { parseJson } from '../json/parse-json.ts';
import { isObject, type JsonObject, pickText } from '../json/pick.ts';
import type { IntakeLimits } from '../limits.ts';
import type { PreparedLine, PreparedMessage } from '../prepared/prepared-line.ts';
import { createSilenceSplitter, type SilenceSplitter } from '../prepared/split-by-silence.ts';
import type { OpenBytes } from '../record.ts';
import { joinBytes } from '../regroup-bytes.ts';
import { readZipMembers } from '../unpack/read-zip-member.ts';
import { addSlackUsers, type SlackPeople } from './slack-people.ts';
import { readSlackText } from './slack-text.ts';

const dayFile = /(?:^|\/)([^/]+)\/\d{4}-\d{2}-\d{2}\.json$/;
const peopleFile = /(?:^|\/)users\.json$/;

/** The list of users and at least one day of a channel. */
export function looksLikeSlack(names: readonly string[]): boolean {
  return (
    names.some((name) => dayFile.test(name)) &&
    names.some((name) => peopleFile.test(name) || /(?:^|\/)channels\.json$/.test(name))
  );
}

export async function* prepareSlack(
  open: OpenBytes,
  o: { fileName: string; limits: IntakeLimits },
): AsyncGenerator<PreparedLine> {
  const people: SlackPeople = new Map();
  for await (const { bytes } of readZipMembers(open(0), (name) => peopleFile.test(name), o)) {
    const read = await readJson(bytes, o.limits);
    if (read.ok) addSlackUsers(read.value, people);
  }
  const splitter = createSilenceSplitter();
  const firstAuthors = new Map<string, string>();
  for await (const { name, bytes } of readZipMembers(open(0), (one) => dayFile.test(one), o)) {
    const channel = dayFile.exec(name)?.[1] ?? '';
    const read = await readJson(bytes, o.limits);
    if (!read.ok || !Array.isArray(read.value)) {
      const problem = read.ok
        ? ({ code: 'not-a-conversation', reason: 'The day is no list of messages.' } as const)
        : read;
      yield { file: name, line: 1, problem: { code: problem.code, column: null, reason: problem.reason } };
      continue;
    }
    for (const [index, item] of read.value.entries()) {
      const place = { file: name, line: index + 1 };
      if (isObject(item))
        yield { ...place, ...prepareMessage(item, { channel, people, splitter, firstAuthors }), ...place };
      else
        yield { ...place, problem: { code: 'not-a-message', column: null, reason: 'The message is not an object.' } };
    }
  }
}

type ReadJson =
  | { ok: true; value: unknown }
  | {
      ok: false;
      code: 'row-too-long' | 'bad-encoding' | 'bad-json' | 'json-too-deep' | 'forbidden-key';
      reason: string;
    };

async function readJson(bytes: AsyncIterable<Uint8Array>, limits: IntakeLimits): Promise<ReadJson> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > limits.itemBytes)
      return { ok: false, code: 'row-too-long', reason: 'The day is longer than a day of talk can be.' };
    parts.push(part);
  }
  const text = decodeText(parts.length === 0 ? new Uint8Array(0) : joinBytes(parts));
  if (text === null) return { ok: false, code: 'bad-encoding', reason: 'The day is not valid UTF-8.' };
  const parsed = parseJson(text, limits.jsonDepth);
  // The only codes `parseJson` answers with.
  return parsed.ok
    ? parsed
    : { ok: false, code: parsed.code as 'bad-json' | 'json-too-deep' | 'forbidden-key', reason: parsed.reason };
}

interface SlackContext {
  channel: string;
  people: SlackPeople;
  splitter: SilenceSplitter;
  firstAuthors: Map<string, string>;
}

const spokenSubtypes = new Set([
  '',
  'bot_message',
  'me_message',
  'thread_broadcast',
  'file_share',
  'file_comment',
  'assistant_app_thread',
]);

function prepareMessage(item: JsonObject, o: SlackContext): Omit<PreparedMessage, 'line'> {
  const ts = pickText(item, 'ts');
  const thread = pickText(item, 'thread_ts');
  const seconds = Number(ts);
  const conversationId =
    thread !== '' ? `${o.channel}/${thread}` : o.splitter.conversationOf(o.channel, seconds * 1000, ts).id;
  const subtype = pickText(item, 'subtype');
  const isSystem = !spokenSubtypes.has(subtype);
  const userId = pickText(item, 'user', 'bot_id');
  const person = o.people.get(userId);
  const profile = isObject(item.user_profile) ? item.user_profile : {};
  const name = person?.name || pickText(profile, 'real_name', 'display_name') || pickText(item, 'username') || userId;
  const isBot = subtype === 'bot_message' || (pickText(item, 'bot_id') !== '' && !person) || person?.role === 'bot';
  if (!isSystem && !isBot && !o.firstAuthors.has(conversationId)) o.firstAuthors.set(conversationId, userId);
  const role = isSystem
    ? 'system'
    : isBot
      ? 'bot'
      : person?.role === 'customer' || item.is_stranger === true
        ? 'customer'
        : null;
  return {
    conversation: { id: conversationId, subject: `#${o.channel}`, channelWord: 'slack' },
    message: {
      id: ts,
      // Six places behind the point name the message; a reader of times wants three.
      date: Number.isFinite(seconds) && ts !== '' ? seconds.toFixed(3) : '',
      author: name,
      authorId: userId,
      authorEmail: person?.email ?? '',
      text: textOf(item, o.people),
    },
    ...(role === null ? {} : { role }),
    guess: hasCustomers(o.people) || o.firstAuthors.get(conversationId) !== userId ? 'agent' : 'customer',
  };
}

const known = new WeakMap<SlackPeople, boolean>();

/** Where the export tells guests from members, a member who writes first is no customer. */
function hasCustomers(people: SlackPeople): boolean {
  let has = known.get(people);
  if (has === undefined) {
    has = [...people.values()].some(({ role }) => role === 'customer');
    known.set(people, has);
  }
  return has;
}

function textOf(item: JsonObject, people: SlackPeople): string {
  const text = readSlackText(pickText(item, 'text'), (id) => people.get(id)?.name ?? '');
  if (text !== '') return text;
  const files = Array.isArray(item.files) ? item.files.filter(isObject) : [];
  return files.map((file) => `[attachment: ${pickText(file, 'title', 'name') || 'file'}]`).join(' ');
}
