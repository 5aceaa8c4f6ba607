/**
 * A line that begins a message, in the forms of iOS and Android and of many languages: "[15/01/2024, 10:30:45] Ann: Hi",
 * "15.01.24, 10:30 - Ann: Hi", "1/15/24, 10:30 AM - Ann: Hi", "15/1/24 10:30 p. m. - Ann: Hi".
 */
export interface StampedLine {
  /** Date and time in a form that `readTime` takes. */
  stamp: string;
  /** '' for a line of the system. */
  author: string;
  text: string;
}

const marks = /[\u200e\u200f\u202a-\u202e\ufeff]/g;
const blanks = /[\u00a0\u202f\u2009]/g;
const date = String.raw`(?<date>\d{1,4}(?<separator>[/.\-])\d{1,2}\k<separator>\d{2,4})\.?`;
const time = String.raw`(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2}))?(?:\s?(?<half>[AaPp]\.?\s?[Mm]\.?))?`;
const between = String.raw`,?\s*(?:um|at|a las|à|alle|kl\.?|klo|às|om)?\s*`;
const ios = new RegExp(String.raw`^\[${date}${between}${time}\s*(?:Uhr)?\]\s?`);
const android = new RegExp(String.raw`^${date}${between}${time}\s*(?:Uhr)?\s+[-–]\s`);

/** A line may be a megabyte of blanks; no stamp is longer than this. */
const longestStamp = 80;

export function readStampedLine(line: string): StampedLine | null {
  const head = line.slice(0, longestStamp);
  if (!/\d[/.-]\d{1,2}[/.-]\d/.test(head)) return null;
  // Invisible marks and thin spaces stand around the stamp; the message itself is kept as it is.
  const lead = /^[\u200e\u200f\u202a-\u202e\ufeff]*/.exec(head)?.[0].length ?? 0;
  const looked = head.slice(lead).replaceAll(blanks, ' ');
  const found = ios.exec(looked) ?? android.exec(looked);
  if (!found?.groups) return null;
  const { date: day = '', hour, minute, second, half } = found.groups;
  const halfDay = half ? ` ${half.toLowerCase().startsWith('p') ? 'PM' : 'AM'}` : '';
  const stamp = `${day} ${hour}:${minute}${second === undefined ? '' : `:${second}`}${halfDay}`;
  const said = line.slice(lead + found[0].length);
  const colon = said.indexOf(': ') >= 0 ? said.indexOf(': ') : said.endsWith(':') ? said.length - 1 : -1;
  const author = colon < 0 ? '' : said.slice(0, colon).replaceAll(marks, '').replace(/^~\s*/, '').trim();
  if (author === '' || author.length > 80 || /["“”„«»]/.test(author)) return { stamp, author: '', text: said };
  return { stamp, author: author.replaceAll(blanks, ' '), text: said.slice(colon + 2) };
}
