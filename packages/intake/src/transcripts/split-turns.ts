/**
 * A conversation written as text → its turns: "Agent: …", "[10:31] Ann: …", "(10:31:02 AM) Ann: …", "Speaker 1 00:12" with
 * the words below, "SPEAKER_00: …". Every text is a slice of what was given. A colon in the middle of somebody's words
 * ("Order number: 5") begins no turn unless the same word begins several.
 */
import { readSpeakerRole } from './speaker-role.ts';
import type { Turn } from './turn.ts';

const clock = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?(?:\s?[AaPp]\.?[Mm]\.?)?`;
const name = String.raw`\[?[\p{L}][\p{L}\p{M}\p{N}_ .'’#@&-]{0,38}?\]?`;
const spoken = new RegExp(
  String.raw`^\s{0,8}(?:[•*-]\s)?(?:[[(](?<boxed>[^\])\n]{0,45}\d[^\])\n]{0,45})[\])]\s*[-–]?\s*|(?<bare>(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?[T ])?${clock})\s*[-–]?\s+)?(?<name>${name})\s*(?:\((?<inside>[^()\n]{1,45})\))?\s*:(?!\/\/)(?:\s|$)`,
  'u',
);
const headed = new RegExp(String.raw`^\s{0,8}(?<name>${name})(?:\s+[-–]?\s*|\s*[[(])(?<time>${clock})[\])]?\s*$`, 'u');

interface Start {
  speaker: string;
  roleWord: string;
  stamp: string;
  lineStart: number;
  textStart: number;
  line: number;
  isSure: boolean;
}

export function splitTurns(text: string): Turn[] {
  const starts = keepSpeakers(findStarts(text));
  const before = text.slice(0, starts[0]?.lineStart ?? 0).trim();
  // What stands above the first speaker is nobody's words, but it is kept.
  const preface: Turn[] =
    before === '' ? [] : [{ speaker: '', roleWord: 'system', stamp: '', seconds: null, text: before, line: 1 }];
  const turns = starts.map((start, index): Turn => {
    const end = starts[index + 1]?.lineStart ?? text.length;
    const raw = text.slice(start.textStart, end);
    const lead = raw.length - raw.trimStart().length;
    return {
      speaker: start.speaker,
      roleWord: start.roleWord,
      stamp: start.stamp,
      seconds: secondsOf(start.stamp),
      text: text.slice(start.textStart + lead, start.textStart + lead + raw.trim().length),
      line: start.line,
    };
  });
  return [...preface, ...turns];
}

function findStarts(text: string): Start[] {
  const starts: Start[] = [];
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    line += 1;
    const looked = text.slice(from, Math.min(end, from + 200)).replace(/\r$/, '');
    const match = spoken.exec(looked) ?? headed.exec(looked);
    const groups = match?.groups;
    if (match && groups) {
      const inside = groups.inside ?? '';
      const insideIsTime = /\d:\d/.test(inside);
      const stamp = groups.boxed ?? groups.bare ?? groups.time ?? (insideIsTime ? inside : '');
      const speaker = (groups.name ?? '').replaceAll(/^\[|\]$/g, '').trim();
      starts.push({
        speaker,
        roleWord: insideIsTime ? '' : inside.trim(),
        stamp: stamp.trim(),
        lineStart: from,
        textStart: from + match[0].length,
        line,
        isSure: stamp !== '' || readSpeakerRole(speaker) !== null || /^speaker[\s_]?\w{1,3}$/i.test(speaker),
      });
    }
    from = end + 1;
  }
  return starts;
}

/** Words that begin one line among many are no speakers; in a short exchange everybody may speak once. */
function keepSpeakers(starts: readonly Start[]): Start[] {
  const times = new Map<string, number>();
  for (const { speaker } of starts) times.set(speaker, (times.get(speaker) ?? 0) + 1);
  const isShort = starts.length <= 4;
  return starts.filter(
    (one) => one.isSure || (times.get(one.speaker) ?? 0) > 1 || (isShort && looksLikeName(one.speaker)),
  );
}

const looksLikeName = (speaker: string): boolean =>
  /^\p{Lu}/u.test(speaker) &&
  speaker.split(' ').length <= 3 &&
  !/^(?:note|subject|order|ref|reference|date|from|to|cc|re|ps|p\.s|total|price|phone|email|e-mail|address|tel|question|answer|http|https|edit|update|issue|problem|description|summary|status|priority|product|model|version|error|result|name)\b/i.test(
    speaker,
  );

/** "1:02:03.5", "02:03" or "4.2s" as seconds; null for a time of day with AM or PM, a date, or nothing. */
export function secondsOf(stamp: string): number | null {
  const plain = /^(\d+(?:\.\d+)?)\s?s?(?:\s*[-–]|$)/.exec(stamp);
  if (plain && !stamp.includes(':')) return Number(plain[1]);
  const found = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?(?:\s*(?:-->|[-–]).*)?$/.exec(stamp);
  if (!found) return null;
  const [, hours, minutes, seconds, fraction] = found;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + (fraction ? Number(`0.${fraction}`) : 0);
}
