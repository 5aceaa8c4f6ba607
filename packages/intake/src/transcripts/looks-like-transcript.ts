/** Whether a text file is a transcript, and in which form. */
import { readSpeakerRole } from './speaker-role.ts';
import { splitTurns } from './split-turns.ts';

export function looksLikeTranscript(head: string): 'vtt' | 'srt' | 'transcript' | null {
  const text = head.replace(/^\ufeff/, '');
  if (/^WEBVTT(?:\s|$)/.test(text)) return 'vtt';
  if (/^\s*\d{1,6}\s*\r?\n\s*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/.test(text)) return 'srt';
  const turns = splitTurns(text.slice(0, 200_000)).filter(({ speaker }) => speaker !== '');
  const speakers = new Set(turns.map(({ speaker }) => speaker));
  if (turns.length < 2 || speakers.size < 2 || speakers.size > 12) return null;
  const hasRole = [...speakers].some((one) => readSpeakerRole(one) !== null);
  const hasStamp = turns.filter(({ stamp }) => stamp !== '').length * 2 > turns.length;
  const turnLines = turns.length / Math.max(1, text.split('\n').filter((line) => line.trim() !== '').length);
  // A file of settings has "name: value" lines too, and each name once.
  const isRepeated = turns.length >= speakers.size * 1.5;
  return hasRole || hasStamp || (isRepeated && turnLines > 0.2) || (turnLines > 0.6 && turns.length >= 4 && isRepeated)
    ? 'transcript'
    : null;
}
