/** Words marked in a transcript: their place in the message's text, in UTF-16 units, as the store counts. */
import type { Evidence } from '@rapport/contract';

export interface QuotedMessage {
  id: string;
  text: string;
}

/** Words with the message they are said to stand in; their place is found when they are used. */
export type SelectedWords = Pick<Evidence, 'messageId' | 'quote'>;

/** @returns null where nothing is marked, or the marks are not within one message */
export function readSelection(
  messages: readonly QuotedMessage[],
  selection: Selection | null = window.getSelection(),
): Evidence | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const say = sayOf(range.startContainer);
  if (say === null || say !== sayOf(range.endContainer)) return null;
  const message = messages.find(({ id }) => id === say.closest('[data-message]')?.getAttribute('data-message'));
  if (message === undefined) return null;
  const start = offsetIn(say, range.startContainer, range.startOffset);
  return trimmed(message, start, offsetIn(say, range.endContainer, range.endOffset));
}

/** Without the blanks at its ends, which a double click takes along. */
export function trimmed({ id, text }: QuotedMessage, from: number, to: number): Evidence | null {
  const marked = text.slice(from, to);
  const start = from + (marked.length - marked.trimStart().length);
  const quote = marked.trim();
  return quote === '' ? null : { messageId: id, start, end: start + quote.length, quote };
}

/** The numbers of evidence stand in the text on the page and are no part of the words. */
const numbers = '.evidence-number';

function offsetIn(say: Element, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(say, 0);
  before.setEnd(node, offset);
  const copy = before.cloneContents();
  for (const one of copy.querySelectorAll(numbers)) one.remove();
  return copy.textContent?.length ?? 0;
}

function sayOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.transcript .say') ?? null;
}

/** The quote with its place, or null where the words do not stand in the message exactly. */
export function placeQuote(message: QuotedMessage | undefined, quote: string): Evidence | null {
  const words = quote.trim();
  const start = words === '' ? -1 : (message?.text.indexOf(words) ?? -1);
  return message === undefined || start < 0
    ? null
    : { messageId: message.id, start, end: start + words.length, quote: words };
}

/** A message in sentences, for whoever quotes without a pointer. */
export function sentencesOf(message: QuotedMessage): Evidence[] {
  return [...message.text.matchAll(/[^.!?\n]+[.!?]*/g)].flatMap(({ 0: words, index }) => {
    const found = trimmed(message, index, index + words.length);
    return found === null ? [] : [found];
  });
}
