/** Puts pieces of text together as lines: white space run together, breaks counted, quoted lines marked. */

export interface TextBuilder {
  addText(text: string, isPreformatted: boolean): void;
  /** A line break that somebody made. */
  addBreak(): void;
  /** At least so many line ends before the next word. */
  breakLines(count: number): void;
  setQuotes(depth: number): void;
  addSignatureMark(): void;
  startLink(): void;
  /** Says where the link leads, unless its words say so themselves. */
  endLink(href: string): void;
  text(): string;
}

/** More than one empty line in a row tells a reader nothing. */
const mostBreaks = 2;

export function createTextBuilder(): TextBuilder {
  const lines: string[] = [];
  let [line, quotes, waiting, label] = ['', 0, 0, ''];
  let isSpaceWaiting = false;
  let lineQuotes = 0;
  const prefix = (): string => '> '.repeat(lineQuotes);
  const endLine = (): void => {
    lines.push(line === '' ? prefix().trimEnd() : prefix() + line);
    [line, isSpaceWaiting] = ['', false];
  };
  const add = (words: string): void => {
    if (words === '') return;
    if (waiting > 0 && (lines.length > 0 || line !== '')) {
      // The empty line between a quote and an answer belongs to neither.
      const between = Math.min(lineQuotes, quotes);
      endLine();
      for (let count = 1; count < Math.min(waiting, mostBreaks); count += 1) {
        lineQuotes = between;
        endLine();
      }
    }
    [waiting, lineQuotes] = [0, quotes];
    line += isSpaceWaiting && line !== '' ? ` ${words}` : words;
    if (label.length <= longestLink) label += words;
    isSpaceWaiting = false;
  };
  const addWords = (text: string): void => {
    if (/^[\s\u00a0]/.test(text)) isSpaceWaiting = true;
    const words = text.trim().replaceAll(/[\s\u00a0]+/g, ' ');
    if (words === '') return;
    add(words);
    isSpaceWaiting = /[\s\u00a0]$/.test(text);
  };
  return {
    addText(text, isPreformatted) {
      const shown = dropInvisible(text);
      if (!isPreformatted) return addWords(shown);
      for (const [index, row] of shown.split('\n').entries()) {
        if (index > 0) this.addBreak();
        add(row.replaceAll('\u00a0', ' ').trimEnd());
      }
    },
    addBreak() {
      waiting = line === signatureMark ? 1 : waiting + 1;
      isSpaceWaiting = false;
    },
    breakLines(count) {
      waiting = Math.max(waiting, count);
      if (count > 0) isSpaceWaiting = false;
    },
    setQuotes(depth) {
      if (depth === quotes) return;
      quotes = depth;
      waiting = Math.max(waiting, 1);
    },
    addSignatureMark() {
      const said = line !== '' ? line : (lines.at(-1) ?? '');
      if (/^(?:> )*--\s*$/.test(said)) return;
      this.breakLines(1);
      add(signatureMark);
      waiting = 1;
    },
    startLink() {
      label = '';
    },
    endLink(href) {
      const address = href.trim();
      const isTold = label === '' || label === '[image]' || bare(label) === bare(address);
      if (isTold || waiting > 0 || address.length > longestLink || !/^https?:\/\//i.test(address)) return;
      isSpaceWaiting = true;
      add(`(${address})`);
    },
    text() {
      if (line !== '') endLine();
      return lines.join('\n').trim();
    },
  };
}

/** The line before a signature (RFC 3676). */
const signatureMark = '-- ';
/** Longer addresses are those of trackers. */
const longestLink = 300;

const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');

/** Characters without ink that break or smuggle words; joiners stay, for scripts and emoji need them. */
const dropInvisible = (text: string): string =>
  /[\u00ad\u200b\u2060\ufeff\udb40]/.test(text)
    ? text.replaceAll(/[\u00ad\u200b\u2060\ufeff]|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,9})[\u{e0000}-\u{e007f}]/gu, '')
    : text;
