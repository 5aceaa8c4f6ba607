/** WebVTT and SRT → turns: speakers out of voice spans or "NAME:", markup and notes left out, rolling captions said once. */
import type { Turn } from './turn.ts';

interface Cue {
  start: number;
  end: number;
  speaker: string;
  text: string;
  line: number;
}

/** Cues of one speaker with a shorter pause than this are one turn. */
const shortestPauseSeconds = 1.5;
const longestTurn = 20_000;

const timing = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;

export function readCues(text: string): Turn[] {
  const cues: Cue[] = [];
  let last = '';
  let line = 1;
  for (const block of text.replaceAll(/\r\n?/g, '\n').split(/\n(?=\n)/)) {
    const lines = block.split('\n');
    const at = lines.findIndex((one) => timing.test(one.trim()));
    const isNote = /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(lines.find((one) => one.trim() !== '') ?? '');
    if (at >= 0 && !isNote) {
      const found = timing.exec((lines[at] ?? '').trim());
      const [start, end] = [secondsAt(found, 1), secondsAt(found, 5)];
      for (const said of voicesIn(lines.slice(at + 1), last)) {
        last = said.speaker;
        cues.push({ start, end, ...said, line: line + at });
      }
    }
    line += lines.length;
  }
  return mergeCues(cues);
}

const secondsAt = (found: RegExpExecArray | null, from: number): number =>
  found === null
    ? 0
    : Number(found[from] ?? 0) * 3600 +
      Number(found[from + 1]) * 60 +
      Number(found[from + 2]) +
      Number(`0.${found[from + 3]}`);

/** The speakers of one cue. One without a name goes on with the speaker before it. */
function voicesIn(lines: readonly string[], before: string): { speaker: string; text: string }[] {
  const raw = lines.join('\n').trim();
  if (/<v[\s.]/i.test(raw)) {
    return [...raw.matchAll(/<v(?:\.[\w.-]{0,40})?\s+([^>\n]{1,100})>((?:(?!<v[\s.])[\s\S])*)/gi)].flatMap(
      ([, speaker = '', said = '']) => {
        const text = cleanCue(said);
        return text === '' ? [] : [{ speaker: decodeEntities(speaker).trim(), text }];
      },
    );
  }
  const voices: { speaker: string; text: string }[] = [];
  for (const line of raw.split('\n')) {
    const text = cleanCue(line).replace(/^(?:-|–|>>)\s*/, '');
    if (text === '') continue;
    const named = /^\[?(\p{L}[\p{L}\p{N}_ .'’-]{0,38}?)\]?\s?:\s+(.+)$/u.exec(text);
    const isDash = /^\s*(?:-|–|>>)\s*/.test(line);
    const previous = voices.at(-1);
    if (named?.[1] && named[2]) voices.push({ speaker: named[1].trim(), text: named[2] });
    else if (previous && !isDash) previous.text += ` ${text}`;
    else voices.push({ speaker: isDash && previous ? '' : before, text });
  }
  return voices;
}

const cleanCue = (text: string): string =>
  decodeEntities(text.replaceAll(/<[^<>\n]{0,200}>|\{\\[^}\n]{0,60}\}/g, ''))
    .replaceAll(/\s+/g, ' ')
    .trim();

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  apos: "'",
  lrm: '',
  rlm: '',
};
const decodeEntities = (text: string): string =>
  text.replaceAll(/&(\w{2,5});/g, (all, name: string) =>
    Object.hasOwn(entities, name) ? (entities[name] ?? all) : all,
  );

function mergeCues(cues: readonly Cue[]): Turn[] {
  const turns: (Turn & { end: number })[] = [];
  let shown = '';
  for (const cue of cues) {
    const fresh = withoutRepeat(shown, cue.text);
    shown = cue.text;
    if (fresh === '') continue;
    const before = turns.at(-1);
    const isSame = before?.speaker === cue.speaker && cue.start - before.end < shortestPauseSeconds;
    if (before && isSame && before.text.length < longestTurn) {
      before.text += ` ${fresh}`;
      before.end = cue.end;
    } else {
      const { speaker, start, end, line } = cue;
      turns.push({ speaker, roleWord: '', stamp: '', seconds: start, text: fresh, line, end });
    }
  }
  return turns.map(({ end: _, ...turn }) => turn);
}

/** Rolling captions show a line again while the next one comes: what was shown before is not said twice. */
function withoutRepeat(before: string, now: string): string {
  // A short answer may well be given twice; a caption of several words is not spoken twice in a row.
  if (before === '' || now.split(' ').length < 3) return now;
  if (before.endsWith(now) || before === now) return '';
  if (now.startsWith(`${before} `) && before.split(' ').length >= 3) return now.slice(before.length + 1);
  return now;
}
