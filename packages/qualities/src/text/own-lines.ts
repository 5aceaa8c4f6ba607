/**
 * Which lines of a message are its author's own: quoted mail, forwarded headers, signatures and legal footers are not.
 * Answers written between quoted lines survive; a quote without `>` marks is cut to the end, because nothing tells
 * its lines from the author's.
 */

export interface Range {
  start: number;
  end: number;
}

/**
 * Ranges of `plain` that are the author's own words, in order. A message that would be left empty is returned whole:
 * scoring nothing because somebody answered inside a quote would be the worse error.
 */
export const findOwnRanges = (plain: string): Range[] => {
  if (!mayHoldForeignLines.test(plain)) return whole(plain);
  const lines = splitLines(plain);
  const cut = firstCut(lines);
  const own = lines.slice(0, cut).filter((line, index) => !isQuoted(line.text) && !isAttribution(lines, index));
  const kept = trimSignature(own);
  const ranges = joinAdjacent(kept, plain);
  return ranges.some((range) => /[\p{L}\p{N}]/u.test(plain.slice(range.start, range.end))) ? ranges : whole(plain);
};

interface Line extends Range {
  text: string;
}

const mayHoldForeignLines =
  /(?:^|\n)[ \t]*(?:>|\||--|__|\*\*|##|-{2,}|On |Am |Le |El |Il |Op |Den |Em |From:|Von:|De\s?:|Da:|Sent |Get |Begin |Von meinem|Envoyé|Enviado|Diese |This |CONFIDENTIAL|Disclaimer|DISCLAIMER|The (?:information|contents))|wrote:|schrieb|escrib|écrit/;

const whole = (plain: string): Range[] => (plain.length > 0 ? [{ start: 0, end: plain.length }] : []);

const splitLines = (plain: string): Line[] => {
  const lines: Line[] = [];
  let start = 0;
  while (start <= plain.length) {
    const newline = plain.indexOf('\n', start);
    const end = newline < 0 ? plain.length : newline;
    lines.push({ start, end, text: plain.slice(start, Math.min(end, start + 400)).trim() });
    start = end + 1;
  }
  return lines;
};

const isQuoted = (line: string): boolean =>
  (line.startsWith('>') && !/^>[:;]?[)(]/.test(line)) || /^\| [^|]*$/.test(line);

/** Everything after one of these belongs to an earlier mail or to a machine. */
const cutMarks: readonly RegExp[] = [
  /^-{2,}\s*(?:Original Message|Original Appointment|Forwarded message|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Message d'origine|Message transféré|Mensaje original|Mensaje reenviado|Messaggio originale|Oorspronkelijk bericht|Mensagem original)\s*-*$/i,
  /^#{2,}-? ?(?:Please (?:type|do not write)|Bitte antworten|Responda|Répondez).{0,80}(?:line|Linie|ligne|línea).{0,20}#{0,}-?#*$/i,
  /^-{1,3} ?(?:Please type your reply above this line|Reply above this line|Write above this line) ?-{1,3}$/i,
  /^_{20,}$/,
  /^(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message transféré)\s*:$/i,
];

const headerField =
  /^\*?(?:From|Von|De|Da|Van|Sent|Gesendet|Envoyé|Enviado|Date|Datum|Fecha|To|An|À|Para|Cc|Subject|Betreff|Objet|Asunto)\s?:\*?\s/i;

const firstCut = (lines: readonly Line[]): number => {
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]?.text ?? '';
    if (line === '') continue;
    if (cutMarks.some((mark) => mark.test(line))) return index;
    if (startsHeaderBlock(lines, index)) return index;
    if (isAttribution(lines, index) && !answersInsideQuote(lines, index)) return index;
  }
  return lines.length;
};

/** Outlook puts From/Sent/To/Subject on following lines; three of them are no coincidence. */
const startsHeaderBlock = (lines: readonly Line[], index: number): boolean => {
  if (!/^\*?(?:From|Von|De|Da|Van)\s?:/i.test(lines[index]?.text ?? '')) return false;
  const block = lines.slice(index, index + 6).filter((line) => headerField.test(line.text));
  return block.length >= 3;
};

const attribution =
  /^(?:On\b.{4,200}\bwrote|Am\b.{4,200}\bschrieb\b.{0,120}|Le\b.{4,200}\ba écrit|El\b.{4,200}\bescribi[óo]|Il\b.{4,200}\bha scritto|Op\b.{4,200}\bschreef\b.{0,120}|Em\b.{4,200}\bescreveu|Den\b.{4,200}\bskrev\b.{0,120}|.{3,80}<[^<>\s]+@[^<>\s]+>\s*(?:wrote|schrieb|escribió|a écrit))\s?:$/i;

/** "On Monday, Ann wrote:" on one line, or wrapped over up to three. */
const isAttribution = (lines: readonly Line[], index: number): boolean => {
  for (let first = Math.max(0, index - 2); first <= index; first += 1) {
    if (!/^(?:On|Am|Le|El|Il|Op|Em|Den)\b|@/.test(lines[first]?.text ?? '')) continue;
    let joined = '';
    for (let last = first; last < Math.min(lines.length, first + 3); last += 1) {
      const text = lines[last]?.text ?? '';
      if (isQuoted(text)) break;
      joined = joined === '' ? text : `${joined} ${text}`;
      if (last >= index && joined.length < 400 && attribution.test(joined)) return true;
    }
  }
  return false;
};

/** True when the quote below carries `>` marks and the author wrote between or after them. */
const answersInsideQuote = (lines: readonly Line[], index: number): boolean => {
  let next = index + 1;
  while (next < lines.length && next <= index + 3 && !isQuoted(lines[next]?.text ?? '')) next += 1;
  return isQuoted(lines[next]?.text ?? '');
};

const signatureStart =
  /^(?:--|—|__+|-{3,}|\*{3,})$|^(?:Sent|Gesendet|Von meinem|Envoyé|Enviado|Inviato|Verzonden)\b.{0,12}\b(?:from|von|iPhone|iPad|depuis|de mon|desde|da|mijn|mobile|Samsung|Android)\b.{0,60}$|^Get Outlook for \w+|^Sent via .{0,40}$/i;

const legalFooter =
  /^\W{0,3}(?:(?:CONFIDENTIALITY|Confidentiality) (?:NOTICE|Notice)\b|DISCLAIMER\b|Disclaimer:|(?:This|The information in this|The contents of this) (?:e-?mail|message|communication)\b.{0,120}\b(?:confidential|intended (?:solely|only)|privileged)|Diese E-?Mail.{0,80}vertraulich|Please consider the environment before printing)/i;

/** Cuts from a signature mark on, if little follows; "--" in the middle of a long message is only a rule. */
const trimSignature = (lines: readonly Line[]): Line[] => {
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]?.text ?? '';
    if (legalFooter.test(line)) return lines.slice(0, index);
    if (signatureStart.test(line) && lines.slice(index + 1).filter((after) => after.text !== '').length <= 10) {
      const before = lines.slice(0, index).some((earlier) => earlier.text !== '');
      if (before || !/^[-—_*]+$/.test(line)) return lines.slice(0, index);
    }
  }
  return [...lines];
};

const joinAdjacent = (lines: readonly Line[], plain: string): Range[] => {
  const ranges: Range[] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && line.start - last.end <= 1) last.end = line.end;
    else if (line.end > line.start) ranges.push({ start: line.start, end: line.end });
  }
  return ranges.filter((range) => plain.slice(range.start, range.end).trim() !== '');
};
