/** Transcripts of calls (WebVTT, SRT, plain text), one or a zip of many → one conversation each. */

import { decodeText } from '../decode-text.ts';
import type { IntakeLimits } from '../limits.ts';
import type { PreparedLine } from '../prepared/prepared-line.ts';
import type { OpenBytes } from '../record.ts';
import { joinBytes } from '../regroup-bytes.ts';
import { takeHead } from '../take-head.ts';
import { decodeToUtf8 } from '../unpack/decode-to-utf8.ts';
import { decodeWindows1252 } from '../unpack/decode-windows-1252.ts';
import { openPacked } from '../unpack/open-packed.ts';
import { isZip, readZipMembers } from '../unpack/read-zip-member.ts';
import type { Encoding } from '../unpack/sniff-encoding.ts';
import { looksLikeTranscript } from './looks-like-transcript.ts';
import { readCues } from './read-cues.ts';
import { guessSpeakers, isNameless, type SpeakerGuess } from './speaker-role.ts';
import { splitTurns } from './split-turns.ts';
import type { Turn } from './turn.ts';
import { stampOf, startInName } from './turn-time.ts';

export interface PrepareOptions {
  fileName: string;
  limits: IntakeLimits;
  member: string | null;
  encoding: Encoding;
}

export const isTranscriptName = (name: string): boolean => /\.(?:vtt|srt)$/i.test(name);

export async function* prepareTranscripts(open: OpenBytes, o: PrepareOptions): AsyncGenerator<PreparedLine> {
  if (isZip(await takeHead(open, 8)) && o.member === null) {
    for await (const { name, bytes } of readZipMembers(open(0), isTranscriptName, o)) {
      yield* prepareOne(await takeWhole(bytes, o.limits), { file: name, base: baseOf(name) });
    }
    return;
  }
  const plain = decodeToUtf8(openPacked(open, o.member, o), o.encoding);
  yield* prepareOne(await takeWhole(plain, o.limits), { file: null, base: baseOf(o.member ?? o.fileName) });
}

const baseOf = (name: string): string =>
  (name.split('/').at(-1) ?? name).replace(/(?:\.(?:vtt|srt|txt|gz|zip))+$/i, '') || name;

/** Nothing in the words says whether they were typed; the name of the file may. An agent answers a call, a customer opens a chat. */
const isChat = (base: string): boolean => /(?:^|[^\p{L}])chats?(?:$|[^\p{L}])/iu.test(base);

async function takeWhole(bytes: AsyncIterable<Uint8Array>, limits: IntakeLimits): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > limits.itemBytes) return null;
    parts.push(part);
  }
  return parts.length === 0 ? new Uint8Array(0) : joinBytes(parts);
}

function* prepareOne(
  bytes: Uint8Array | null,
  { file, base }: { file: string | null; base: string },
): Generator<PreparedLine> {
  const place = file === null ? {} : { file };
  if (bytes === null) {
    yield {
      ...place,
      line: 1,
      problem: { code: 'row-too-long', column: null, reason: 'The transcript is longer than a call can be.' },
    };
    return;
  }
  const text = (decodeText(bytes) ?? decodeWindows1252(bytes)).replace(/^\ufeff/, '');
  const kind = looksLikeTranscript(text);
  const turns = kind === 'vtt' || kind === 'srt' ? readCues(text) : splitTurns(text);
  if (turns.length === 0) {
    yield {
      ...place,
      line: 1,
      problem: { code: 'not-a-conversation', column: null, reason: 'Nobody speaks in this transcript.' },
    };
    return;
  }
  const start = startInName(base);
  const roles = guessSpeakers(turns, isChat(base) ? 'customer' : 'agent');
  for (const [index, turn] of turns.entries()) {
    yield { ...place, ...prepareTurn(turn, { index, base, start, role: roles.get(turn.speaker) }) };
  }
}

function prepareTurn(
  turn: Turn,
  o: { index: number; base: string; start: number | null; role: SpeakerGuess | undefined },
): PreparedLine {
  // Where nobody is named nobody can tell whose words these are, and none of them is scored.
  const role = isSoundAlone(turn.text, o.base)
    ? { role: 'system' as const, isSaid: true }
    : (o.role ?? { role: 'system', isSaid: false });
  const nameless = isNameless(turn.speaker);
  const isPreface = turn.roleWord === 'system';
  return {
    line: turn.line,
    conversation: { id: o.base, subject: '', channelWord: isChat(o.base) ? 'chat' : 'phone' },
    message: {
      id: `turn-${o.index + 1}`,
      date: stampOf(turn, o.start),
      author: turn.speaker || (isPreface ? '' : 'Unknown speaker'),
      // "Speaker 1" of one call is somebody else in the next.
      authorId: nameless && !isPreface ? `${o.base}/${turn.speaker || 'unknown'}` : '',
      authorEmail: '',
      ...(nameless ? { authorIsTeam: true } : {}),
      text: turn.text,
    },
    ...(role.isSaid ? { role: role.role } : {}),
    guess: role.role,
  };
}

/** "[hold music]", "(crosstalk)" or "[inaudible]" and nothing else: what was heard in the call, and nobody's words. */
const isSoundAlone = (text: string, base: string): boolean =>
  !isChat(base) && /^(?:\[[\p{L}' -]{2,40}\]|\([\p{L}' -]{2,40}\)|[\s.,…])+$/u.test(text) && /[[(]/.test(text);
