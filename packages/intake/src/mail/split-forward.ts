/**
 * A customer's mail that somebody of the team forwarded into the mailbox: whose words are whose. Without the split the
 * customer's words would count as the agent's.
 */
import { readTime } from '../fields/read-time.ts';
import { addressesIn, type MailAddress } from './read-mail-facts.ts';

export interface ForwardedMail {
  /** What the forwarder wrote above it. */
  note: string;
  from: MailAddress;
  /** As written, where it can be read as a time; else ''. */
  date: string;
  text: string;
}

const mark = /^(?:-{2,}|_{5,}|begin forwarded message|anfang der weitergeleiteten|début du message)/i;
const fromField = /^\*?(?:from|von|de|da|van)\s?:\*?\s*(.+)$/i;
const dateField = /^\*?(?:date|sent|datum|gesendet|envoyé|fecha|enviado)\s?:\*?\s*(.+)$/i;
const anyField =
  /^\*?(?:from|von|de|da|van|date|sent|datum|gesendet|envoyé|fecha|enviado|to|an|à|para|cc|subject|betreff|objet|asunto|reply-to)\s?:\*?\s/i;

/** Null where no header of an inner mail with at least three fields is found, or where it names no address. */
export function splitForward(text: string): ForwardedMail | null {
  const lines = text.split('\n');
  for (let at = 0; at < Math.min(lines.length, 400); at += 1) {
    const from = fromField.exec((lines[at] ?? '').trim().slice(0, 500));
    if (!from) continue;
    let end = at;
    while (end < lines.length && end < at + 12 && anyField.test(`${(lines[end] ?? '').trim().slice(0, 500)} `))
      end += 1;
    if (end - at < 3) continue;
    const author = addressesIn((from[1] ?? '').replaceAll(/\[mailto:|\]/g, ' '))[0];
    if (!author) return null;
    const date =
      lines
        .slice(at, end)
        .map((line) => dateField.exec(line.trim())?.[1] ?? '')
        .find((one) => one !== '') ?? '';
    const written = date.replace(/\s+at\s+/i, ' ').trim();
    const above = lines.slice(0, at);
    while (above.length > 0 && ((above.at(-1) ?? '').trim() === '' || mark.test((above.at(-1) ?? '').trim())))
      above.pop();
    return {
      note: above.join('\n').trim(),
      from: author,
      date: readTime(written, { dayFirst: true, timeZone: null }).kind === 'bad' ? '' : written,
      text: lines.slice(end).join('\n').replace(/^\n+/, ''),
    };
  }
  return null;
}
