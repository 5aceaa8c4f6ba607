/** What is kept about one person, as a page that anybody can read and as JSON for programs. */
import { strToU8, zipSync } from 'fflate';
import type { ExportedSection } from '../store/person-export.ts';

/** What a table is, in words of whoever reads about themselves; others are called by their name. */
const titles: Readonly<Record<string, string>> = {
  conversations: 'Conversations',
  messages: 'Messages',
  authors: 'Names and ids in the sources',
  users: 'Account',
  members: 'Role and membership',
  customer_emotions: 'Feelings estimated from the words of a customer',
  signals: 'Signs found in the words of a customer',
  promises: 'Promises found in the replies',
  goodwill: 'Goodwill found in the replies',
  assessments: 'Readings by the scorer',
  scores: 'Scores by the scorer',
  moments: 'Moments behind the scores, with their quotes',
  past_assessments: 'Readings by earlier scorers',
  reviews: 'Reviews by people',
  review_comments: 'Comments on reviews',
  past_reviews: 'Reviews brought in from elsewhere',
  disputes: 'Readings contested',
  coaching_people: 'Coaching plans',
  coaching_sessions: 'Coaching sessions',
  coaching_messages: 'Messages in coaching',
  practice_kept: 'Practice kept',
  kudos: 'Thanks',
  suggestions: 'Suggestions',
  pins: 'Words pinned',
  notices: 'Notices sent',
  sessions: 'Where the account is signed in',
  audit_entries: 'What the account did',
};
const titleOf = (table: string): string => {
  const words = table.replaceAll('_', ' ');
  return titles[table] ?? words.charAt(0).toUpperCase() + words.slice(1);
};

export interface PersonExport {
  name: string;
  now: Date;
  sections: readonly ExportedSection[];
}

export function writePersonExport({ name, now, sections }: PersonExport): Buffer {
  const data = {
    name,
    madeAt: now.toISOString(),
    sections: sections.map(({ table, rows }) => ({ table, title: titleOf(table), rows })),
  };
  const files = {
    'read-me.html': strToU8(writePage({ name, now, sections })),
    'data.json': strToU8(`${JSON.stringify(data, null, 2)}\n`),
  };
  return Buffer.from(zipSync(files, { mtime: now }));
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function writePage({ name, now, sections }: PersonExport): string {
  const parts = sections.map(
    ({ table, rows }) => `<h2>${escapeHtml(titleOf(table))} (${rows.length})</h2>\n${writeRows(rows)}`,
  );
  const none = '<p>Nothing is kept about this person.</p>';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>What is kept about ${escapeHtml(name)}</title>
<style>body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}dl{border-top:1px solid #999;margin:0;padding:.7em 0;display:grid;grid-template-columns:minmax(8em,14em) 1fr;gap:.2em 1em}dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}</style>
</head><body><h1>What is kept about ${escapeHtml(name)}</h1>
<p>Made on ${now.toISOString().slice(0, 10)}. The file data.json beside this page holds the same for programs.</p>
${parts.length === 0 ? none : parts.join('\n')}
</body></html>
`;
}

/** A field that says nothing is left out of the page; the JSON has it. */
function writeRows(rows: readonly Record<string, unknown>[]): string {
  return rows
    .map((row) => {
      const told = Object.entries(row).filter(([, value]) => value !== null && value !== '');
      const lines = told.map(
        ([column, value]) => `<dt>${escapeHtml(column.replaceAll('_', ' '))}</dt><dd>${escapeHtml(spell(value))}</dd>`,
      );
      return `<dl>${lines.join('')}</dl>`;
    })
    .join('\n');
}

function spell(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}
