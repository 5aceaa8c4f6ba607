/**
 * A readable view of a stored text and the way back: which source character each visible character came from.
 * The stored text itself is never altered; everything found in the view is reported at its place in the source.
 */

import { isLatinInDisguise, latinAt, mayHoldTwins } from './confusables.ts';

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

const worthALook =
  /[<&\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|\u034f|\udb40/;

/** Source text to its visible view; the same string and an identity map where there is nothing to take away. */
export const readPlainText = (source: string): PlainText => {
  const disguised = mayHoldTwins.test(source) && isLatinInDisguise(source);
  if (!disguised && !worthALook.test(source)) return identity(source);
  const isHtml = markup.test(source);
  const view = new ViewBuilder(isHtml ? hiddenClassesOf(source) : []);
  let at = 0;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    const latin = disguised && code > 0x130 ? latinAt(source, at) : null;
    if (latin) {
      view.add(latin.letter, at, at + latin.length);
      at += latin.length;
    } else if (code === LESS_THAN && isHtml) at = skipMarkup(source, at, view);
    else if (code === AMPERSAND) at = addEntity(source, at, view);
    else if (code === RIGHT_TO_LEFT_OVERRIDE) at = endOfOverride(source, at);
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

/** Shows what follows backwards: on an English page that is no text for anybody. */
const RIGHT_TO_LEFT_OVERRIDE = 0x202e;

const endOfOverride = (source: string, at: number): number => {
  const stop = /[\u202c\u2069\n]/.exec(source.slice(at));
  return stop ? at + stop.index + (stop[0] === '\n' ? 0 : 1) : source.length;
};

const markup =
  /<(?:!--|!doctype|\/?(?:p|div|br|span|html|body|table|tbody|tr|td|th|a|b|i|u|s|strong|em|ul|ol|li|blockquote|font|style|script|img|h[1-6]|pre|hr|head|meta|title|center|small|sup|sub|template|noscript|section|article|code)(?=[\s/>]))/i;

const isInvisible = (code: number): boolean =>
  code === 0xad ||
  code === 0x34f ||
  code === 0x61c ||
  code === 0x115f ||
  code === 0x1160 ||
  code === 0x180e ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  code === 0x3164 ||
  code === 0xfeff ||
  code === 0xffa0;

/** Classes that the message's own style sheet takes out of sight. */
const hiddenClassesOf = (source: string): string[] =>
  /<style/i.test(source)
    ? [...source.matchAll(/\.([\w-]+)[^{}<]{0,80}\{([^{}<]{0,400})\}/g)]
        .filter(([, , declarations = '']) => hiddenStyle.test(` ${declarations};`))
        .map(([, name = '']) => name)
    : [];

const hasClassOf = (tag: string, names: readonly string[]): boolean =>
  names.length > 0 &&
  (/\bclass\s*=\s*["']?([^"'>]*)/i.exec(tag)?.[1] ?? '').split(/\s+/).some((name) => names.includes(name));

class ViewBuilder {
  readonly hiddenClasses: readonly string[];
  private readonly characters: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(hiddenClasses: readonly string[]) {
    this.hiddenClasses = hiddenClasses;
  }

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
const unseenTags = new Set(
  'style script head title template noscript blockquote object iframe svg canvas video audio select datalist'.split(
    ' ',
  ),
);
/** Shut until the reader opens them. */
const shutTags = new Set(['details', 'dialog']);

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
  if (
    opens &&
    !voidTags.has(name) &&
    !tag.endsWith('/>') &&
    (unseenTags.has(name) || isShut(name, tag) || isHidden(tag) || hasClassOf(tag, view.hiddenClasses))
  ) {
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

/** Declarations that take an element out of sight; classes are those of mail programs and of common style sheets. */
const hiddenStyle =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*(?:0(?:\.\d+)?|1(?:\.0+)?px)(?![.\d])|opacity\s*:\s*0(?:\.0\d*)?(?![.\d])|[^-\w]font\s*:\s*0(?:px)?[\s/;]|filter\s*:\s*opacity\(\s*0(?:%|\.0*)?\s*\)|mso-hide\s*:\s*all|(?:^|[;"'\s])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:[;"']|!)|(?:left|top|right|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}|clip(?:-path)?\s*:\s*(?:rect\(\s*0|inset\(\s*(?:50|100)%)|transform\s*:\s*scale\(\s*0\s*\)|\shidden(?=[\s=>])|<font\b[^>]*\bsize\s*=\s*["']?0\b|class\s*=\s*["']?(?:[^"'>]*\s)?(?:gmail_quote|gmail_attr|gmail_signature|yahoo_quoted|moz-cite-prefix|zmail_extra|sr-only|visually-hidden|visuallyhidden|screen-reader-text|d-none|hidden)(?![\w-])/i;
const paleText =
  /(?<![-\w])color\s*[:=]\s*["']?\s*(?:#f[c-f]f[c-f]f[c-f]\b|#fff[0-9a-f]?\b|#[0-9a-f]{6}00\b|white\b|snow\b|transparent\b|rgba?\(\s*25[2-5]\s*,\s*25[2-5]\s*,\s*25[2-5]\s*(?:,[^)]*)?\)|rgba\([^)]*,\s*0(?:\.0+)?\s*\)|hsla?\([^)]*,\s*100%[^)]*\))/i;
const darkBackground =
  /(?:background(?:-color)?\s*:|bgcolor\s*=)(?!\s*["']?\s*(?:#fff(?:fff)?\b|white\b|transparent\b))/i;

const isShut = (name: string, tag: string): boolean => shutTags.has(name) && !/\sopen(?=[\s=>])/i.test(tag);

const isHidden = (tag: string): boolean =>
  tag.length > 8 && (hiddenStyle.test(tag) || (paleText.test(tag) && !darkBackground.test(tag)));

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
