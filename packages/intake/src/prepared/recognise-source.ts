/** What a dropped file or archive is, by what is in it, where it is neither a table nor a helpdesk's JSON. */
import { type IntakeFormat, intakeFields } from '@rapport/contract';
import { rankName } from '../csv/column-synonyms.ts';
import { looksLikeSlack } from '../slack/prepare-slack.ts';
import { looksLikeTelegram } from '../telegram/prepare-telegram.ts';
import { looksLikeTranscript } from '../transcripts/looks-like-transcript.ts';
import { isTranscriptName } from '../transcripts/prepare-transcripts.ts';
import { looksLikeWhatsApp } from '../whatsapp/looks-like-whatsapp.ts';

/** An archive that is read as a whole; null where one file in it is to be read. */
export function recogniseArchive(sizes: ReadonlyMap<string, number>): IntakeFormat | null {
  const names = [...sizes.keys()];
  if (looksLikeSlack(names)) return 'slack';
  const sizeOf = (wanted: (name: string) => boolean): number =>
    names.filter(wanted).reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
  const tables = sizeOf((name) => /\.(?:csv|tsv|jsonl?|ndjson)$/i.test(name));
  const mailboxes = sizeOf((name) => /\.(?:mbox|mbx)$/i.test(name) || isUnnamedMailbox(name));
  const mails = sizeOf((name) => /\.(?:eml|emlx)$/i.test(name) || /(?:^|\/)(?:cur|new)\/[^/]+$/.test(name));
  if (mailboxes + mails > tables) return mailboxes > mails ? 'mbox' : 'eml';
  if (sizeOf(isTranscriptName) > tables) return names.some((name) => /\.vtt$/i.test(name)) ? 'vtt' : 'srt';
  return null;
}

/** Thunderbird and Apple Mail write mailboxes without an ending. */
const isUnnamedMailbox = (name: string): boolean =>
  /(?:^|\/)(?:inbox|sent(?: items| mail)?|archives?|posteingang|gesendet|drafts|trash|mbox)$/i.test(name);

/** A text by its beginning. */
export function recogniseText(head: Uint8Array, fileName: string): IntakeFormat | null {
  const text = new TextDecoder().decode(head).replace(/^\ufeff/, '');
  const isObject = /^\s*\{/.test(text);
  if (isObject) return looksLikeTelegram(text) ? 'telegram' : null;
  if (looksLikeWhatsApp(text)) return 'whatsapp';
  const found = looksLikeTranscript(text);
  return found === 'transcript' && (/\.(?:csv|tsv)$/i.test(fileName) || hasKnownColumns(text)) ? null : found;
}

function hasKnownColumns(text: string): boolean {
  const names = (/^[^\r\n]{0,5000}/.exec(text)?.[0] ?? '')
    .split(/[,;\t|]/)
    .map((name) => name.replaceAll('"', '').trim());
  return (
    names.length > 1 &&
    names.filter((name) => intakeFields.some((field) => rankName(field, name))).length * 2 >= names.length
  );
}

const magic: readonly [string, string, string][] = [
  [
    'd0cf11e0a1b11ae1',
    'This is a file of Outlook’s or Office’s own (.msg, .doc, .xls).',
    'In Outlook, drag the mails into a folder of another mail program, or save them as .eml, and send those or an mbox.',
  ],
  [
    '2142444e',
    'This is an Outlook data file (.pst or .ost).',
    'Open it in Thunderbird or another mail program and export the folders as mbox; or connect the mailbox itself.',
  ],
];

/** Files that people have and nobody but their program reads, with the way out; null for any other. */
export function recogniseForeign(head: Uint8Array): { reason: string; wayOut: string } | null {
  const hex = [...head.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const found = magic.find(([start]) => hex.startsWith(start));
  return found ? { reason: found[1], wayOut: found[2] } : null;
}
