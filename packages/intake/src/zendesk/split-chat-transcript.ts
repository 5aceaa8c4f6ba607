/**
 * Older Zendesk chats lie in one comment, a line a message: "(10:31:02 AM) Ann: Hello". They are taken apart, because
 * otherwise a customer's words would count as the agent's who saved them. The time between two lines is exact; when the
 * chat began is the time of the comment, or that of its line "Chat started".
 */
import type { AuthorRole } from '@rapport/contract';
import { readTime } from '../fields/read-time.ts';
import type { ItemOptions } from '../json/item.ts';
import type { Part } from '../json/read-parts.ts';
import type { TicketPeople } from './ticket-people.ts';

const stamped = /^\((\d{1,2}):(\d{2}):(\d{2})(?:[ \u202f]?([AP])M)?\) (.*)$/i;
const daySeconds = 86_400;

interface ChatLine {
  seconds: number;
  /** Null for an event such as "*** Ann joined the chat ***". */
  speaker: string | null;
  text: string;
}

/** Null when the comment is no such chat. */
export function splitChatTranscript(whole: Part, people: TicketPeople, o: ItemOptions): Part[] | null {
  const text = whole.body.form === 'plain' ? (whole.body.text ?? '') : '';
  if (!/^\(\d{1,2}:\d{2}:\d{2}/m.test(text)) return null;
  const { lines, before } = readLines(text);
  if (lines.filter(({ speaker }) => speaker !== null).length < 2 || before.length > 3) return null;
  const start = findStart(before.join('\n'), whole.written, o);
  const roles = rolesOf(lines, people, o);
  const first = lines[0]?.seconds ?? 0;
  let days = 0;
  return lines.map((line, index): Part => {
    if (line.seconds < (lines[index - 1]?.seconds ?? 0)) days += 1;
    const at = start === null ? '' : new Date(start + (line.seconds - first + days * daySeconds) * 1000).toISOString();
    const role = line.speaker === null ? { role: 'system' as const, isGuess: false } : roles.get(line.speaker);
    const isRequester = line.speaker !== null && line.speaker === people.requester.name;
    return {
      ...whole,
      id: whole.id === '' ? '' : `${whole.id}-${index + 1}`,
      written: at,
      role: role?.role ?? 'system',
      isGuess: role?.isGuess ?? true,
      author: { id: isRequester ? people.requester.id : '', name: line.speaker ?? '', email: '' },
      body: { text: line.text, form: 'plain' },
      attachments: index === lines.length - 1 ? whole.attachments : [],
    };
  });
}

function readLines(text: string): { lines: ChatLine[]; before: string[] } {
  const lines: ChatLine[] = [];
  const before: string[] = [];
  for (const row of text.split(/\r?\n/)) {
    const found = stamped.exec(row);
    const last = lines.at(-1);
    if (found) {
      const [, hour, minute, second, half, said = ''] = found;
      const hours = half ? (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0) : Number(hour);
      const colon = said.startsWith('***') ? -1 : said.indexOf(': ');
      lines.push({
        seconds: hours * 3600 + Number(minute) * 60 + Number(second),
        speaker: colon > 0 && colon <= 80 ? said.slice(0, colon) : null,
        text: colon > 0 && colon <= 80 ? said.slice(colon + 2) : said,
      });
    } else if (last) last.text += `\n${row}`;
    else if (row.trim() !== '') before.push(row);
  }
  for (const line of lines) line.text = line.text.trimEnd();
  return { lines: lines.filter(({ text: said }) => said !== ''), before };
}

/** Milliseconds; null when neither the chat nor its comment has a time. */
function findStart(before: string, written: string, o: ItemOptions): number | null {
  const said = /Chat started(?: on)?:\s*(.{8,40})/.exec(before)?.[1]?.trim() ?? '';
  for (const raw of [said, written]) {
    const time = readTime(raw, { dayFirst: false, timeZone: o.plan.timeZone });
    if (time.kind === 'instant') return Date.parse(time.at);
  }
  return null;
}

/** By name: the requester, those in the list of people, names given to visitors; else whoever speaks first. */
function rolesOf(lines: readonly ChatLine[], people: TicketPeople, o: ItemOptions) {
  const byName = new Map([...(o.people?.values() ?? [])].map(({ name, role }) => [name, role] as const));
  const roles = new Map<string, { role: AuthorRole; isGuess: boolean }>();
  for (const { speaker } of lines) {
    if (speaker === null || roles.has(speaker)) continue;
    const isCustomer = speaker === people.requester.name || /^(?:web user|visitor)\b/i.test(speaker);
    const known = isCustomer ? 'customer' : (byName.get(speaker) ?? null);
    const hasCustomer = [...roles.values()].some(({ role }) => role === 'customer');
    roles.set(
      speaker,
      known ? { role: known, isGuess: false } : { role: hasCustomer ? 'agent' : 'customer', isGuess: true },
    );
  }
  return roles;
}
