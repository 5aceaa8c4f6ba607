/**
 * A readable view of a stored text and the way back: which source character each visible character came from.
 * The stored text itself is never altered; everything found in the view is reported at its place in the source.
 */

export interface PlainText {
  /** What a reader would see: no tags, entities decoded, hidden and zero-width characters gone. */
  readonly plain: string;
  /** Source offset where the visible character at `index` begins. */
  startInSource(index: number): number;
  /** Source offset after the visible character that ends at `index` (exclusive end in the view). */
  endInSource(index: number): number;
}

const identity = (plain: string): PlainText => ({
  plain,
  startInSource: (index) => index,
  endInSource: (index) => index,
});

const worthALook = /[<&\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\udb40/;

/** Source text to its visible view; the same string and an identity map where there is nothing to take away. */
export const readPlainText = (source: string): PlainText => {
  if (!worthALook.test(source)) return identity(source);
  const isHtml = markup.test(source);
  const view = new ViewBuilder();
  let at = 0;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === LESS_THAN && isHtml) at = skipMarkup(source, at, view);
    else if (code === AMPERSAND) at = addEntity(source, at, view);
    else if (isInvisible(code)) at += 1;
    else if (code === TAG_CHARACTER_LEAD) at += 2;
    else {
      view.add(source[at] ?? '', at, at + 1);
      at += 1;
    }
  }
  return view.build();
};

const LESS_THAN = 60;
const AMPERSAND = 38;
/** Lead surrogate of the Unicode tag block, used only to smuggle invisible text. */
const TAG_CHARACTER_LEAD = 0xdb40;

const markup =
  /<(?:!--|!doctype|\/?(?:p|div|br|span|html|body|table|tbody|tr|td|th|a|b|i|u|s|strong|em|ul|ol|li|blockquote|font|style|script|img|h[1-6]|pre|hr|head|meta|title|center|small|sup|sub|template|noscript|section|article|code)(?=[\s/>]))/i;

const isInvisible = (code: number): boolean =>
  code === 0xad ||
  code === 0xfeff ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2064);

class ViewBuilder {
  private readonly characters: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  add(character: string, start: number, end: number): void {
    this.characters.push(character);
    this.starts.push(start);
    this.ends.push(end);
  }

  build(): PlainText {
    const { starts, ends } = this;
    return {
      plain: this.characters.join(''),
      startInSource: (index) => starts[index] ?? ends.at(-1) ?? 0,
      endInSource: (index) => (index === 0 ? (starts[0] ?? 0) : (ends[index - 1] ?? 0)),
    };
  }
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  ntilde: 'ñ',
  ccedil: 'ç',
  zwnj: '',
  zwj: '',
  shy: '',
};

const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;

const addEntity = (source: string, at: number, view: ViewBuilder): number => {
  entity.lastIndex = at;
  const found = entity.exec(source);
  const decoded = found ? decode(found[1], found[2], found[3]) : undefined;
  if (!found || decoded === undefined) {
    view.add('&', at, at + 1);
    return at + 1;
  }
  const end = at + found[0].length;
  for (const unit of decoded.split('')) if (!isInvisible(unit.charCodeAt(0))) view.add(unit, at, end);
  return end;
};

const decode = (decimal?: string, hex?: string, name?: string): string | undefined => {
  if (name !== undefined) return Object.hasOwn(namedEntities, name) ? namedEntities[name] : undefined;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
};

const blockTags = new Set(
  'p div br tr li ul ol table h1 h2 h3 h4 h5 h6 pre hr blockquote center section article body'.split(' '),
);
const spaceTags = new Set(['td', 'th', 'img']);
const voidTags = new Set('br hr img input meta link area base col embed source track wbr'.split(' '));
/** Elements whose content a reader never sees as the author's own words. */
const unseenTags = new Set(['style', 'script', 'head', 'title', 'template', 'noscript', 'blockquote']);

/** Steps over one tag or comment, and over everything inside an element that is hidden or quoted. */
const skipMarkup = (source: string, at: number, view: ViewBuilder): number => {
  if (source.startsWith('<!--', at)) return endOr(source, source.indexOf('-->', at), 3);
  const next = source.charCodeAt(at + 1);
  const isLetter = (next >= 65 && next <= 90) || (next >= 97 && next <= 122);
  if (!isLetter && next !== 47 && next !== 33 && next !== 63) {
    view.add('<', at, at + 1);
    return at + 1;
  }
  const close = source.indexOf('>', at);
  if (close < 0) return source.length;
  const tag = source.slice(at, close + 1);
  const name = tagName(tag);
  const opens = next !== 47;
  if (blockTags.has(name)) view.add('\n', at, at);
  else if (spaceTags.has(name)) view.add(' ', at, at);
  if (opens && !voidTags.has(name) && !tag.endsWith('/>') && (unseenTags.has(name) || isHidden(tag))) {
    return endOfElement(source, close + 1, name);
  }
  return close + 1;
};

const tagName = (tag: string): string => {
  let end = tag.charCodeAt(1) === 47 ? 2 : 1;
  const start = end;
  while (end < tag.length && /[a-zA-Z0-9]/.test(tag[end] ?? '')) end += 1;
  return tag.slice(start, end).toLowerCase();
};

const hiddenStyle =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|mso-hide\s*:\s*all|\shidden(?=[\s=>])|class=["']?(?:gmail_quote|gmail_attr|gmail_signature|yahoo_quoted|moz-cite-prefix|zmail_extra)/i;
const whiteText = /(?<![-\w])color\s*[:=]\s*["']?\s*(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))/i;

const isHidden = (tag: string): boolean =>
  tag.length > 8 && (hiddenStyle.test(tag) || (whiteText.test(tag) && !/background|bgcolor/i.test(tag)));

/** Offset after the element's own closing tag, counting same-named elements inside it. */
const endOfElement = (source: string, from: number, name: string): number => {
  let depth = 1;
  let at = source.indexOf('<', from);
  while (at >= 0) {
    const close = source.indexOf('>', at);
    if (close < 0) return source.length;
    const tag = source.slice(at, Math.min(close + 1, at + 24));
    if (tagName(tag) === name) {
      if (tag.charCodeAt(1) === 47) depth -= 1;
      else if (source.charCodeAt(close - 1) !== 47) depth += 1;
      if (depth === 0) return close + 1;
    }
    at = source.indexOf('<', at + 1);
  }
  return source.length;
};

const endOr = (source: string, found: number, length: number): number => (found < 0 ? source.length : found + length);
