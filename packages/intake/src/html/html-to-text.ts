/**
 * The HTML of a message → the text a person reads. Hidden text is dropped, for nobody read it; quoted text is kept behind
 * "> ", so that what an author wrote and what was only carried along can be told apart and nothing is lost. Takes time in
 * proportion to its length whatever is written.
 *
 *     htmlToText('<p>Dear Ann,</p><blockquote>Where is it?</blockquote>') // 'Dear Ann,\n\n> Where is it?'
 */
import { type ElementLook, lookAtElement } from './element-looks.ts';
import { readAttribute, scanMarkup } from './scan-markup.ts';
import { createTextBuilder } from './text-builder.ts';

/** Deeper quotes than this are marked no further: the marks alone would grow with the square of the depth. */
const deepestQuote = 3;

interface OpenElement extends Pick<ElementLook, 'isHidden' | 'breaks' | 'isPreformatted'> {
  name: string;
  quotes: number;
  /** Where it leads, for a link. */
  href: string | null;
}

const knownTag =
  /<(?:!doctype|\/?(?:p|div|br|span|html|body|table|tbody|tr|td|th|a|b|i|u|s|strong|em|ul|ol|li|blockquote|font|style|script|img|h[1-6]|pre|hr|head|meta|center|small|sup|sub|section|article|code)(?=[\s/>]))/i;

/** Whether a text that may be either is HTML. "a < b" is not. */
export const looksLikeHtml = (text: string): boolean => knownTag.test(text);

export function htmlToText(html: string): string {
  const root: OpenElement = { name: '', isHidden: false, breaks: 0, isPreformatted: false, quotes: 0, href: null };
  const open: OpenElement[] = [root];
  const openOf = new Map<string, number>();
  const out = createTextBuilder();
  const top = (): OpenElement => open.at(-1) ?? root;
  const closeTop = (): void => {
    const closed = open.pop();
    if (!closed) return;
    openOf.set(closed.name, (openOf.get(closed.name) ?? 1) - 1);
    if (closed.href !== null && !closed.isHidden) out.endLink(closed.href);
    if (!closed.isHidden) out.breakLines(closed.breaks);
    out.setQuotes(top().quotes);
  };
  for (const token of scanMarkup(html)) {
    const around = top();
    if (token.kind === 'text') {
      if (!around.isHidden) out.addText(token.text, around.isPreformatted);
    } else if (token.kind === 'close') {
      if (!openOf.get(token.name)) continue;
      while (open.length > 1 && top().name !== token.name) closeTop();
      closeTop();
    } else if (token.isVoid) {
      if (!around.isHidden) addVoid(token.name, token.attributes, out);
    } else {
      const look = lookAtElement(token.name, token.attributes);
      // A paragraph ends where the next block begins, a list item where the next one begins; few people write the end.
      if (around.name === 'p' && look.breaks > 0) closeTop();
      else if ((token.name === 'li' || token.name === 'tr') && around.name === token.name) closeTop();
      const parent = top();
      if (look.startsQuote) parent.quotes = Math.min(deepestQuote, parent.quotes + 1);
      const isHidden = parent.isHidden || look.isHidden;
      const quotes = Math.min(deepestQuote, parent.quotes + (look.isQuote ? 1 : 0));
      if (!isHidden) {
        out.breakLines(look.breaks);
        if (token.name === 'td' || token.name === 'th') out.addText(' ', false);
        out.setQuotes(quotes);
        if (look.startsSignature) out.addSignatureMark();
      }
      const href = token.name === 'a' && !isHidden ? readAttribute(token.attributes, 'href') : null;
      if (href !== null) out.startLink();
      const isPreformatted = parent.isPreformatted || look.isPreformatted;
      open.push({ name: token.name, isHidden, breaks: look.breaks, isPreformatted, quotes, href });
      openOf.set(token.name, (openOf.get(token.name) ?? 0) + 1);
    }
  }
  while (open.length > 1) closeTop();
  return out.text();
}

function addVoid(name: string, attributes: string, out: ReturnType<typeof createTextBuilder>): void {
  if (name === 'br') out.addBreak();
  else if (name === 'hr') out.breakLines(1);
  else if (name === 'img') {
    const look = lookAtElement(name, attributes);
    const isTiny = ['width', 'height'].some((side) =>
      /^[012](?:px)?$/.test(readAttribute(attributes, side)?.trim() ?? ''),
    );
    if (look.isHidden || isTiny) return;
    // Emoji travel as pictures with the character as their name; any other picture is only said to be one.
    const alt = readAttribute(attributes, 'alt')?.trim() ?? '';
    out.addText(alt !== '' && alt.length <= 8 && !/[\p{L}\p{N}]/u.test(alt) ? alt : '[image]', false);
  }
}
