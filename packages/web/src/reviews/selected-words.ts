/** Words marked on the page as evidence: their place in the message's text, in UTF-16 units, as the store counts. */
import type { Evidence, ReviewDetail } from '@rapport/contract';

type Message = Pick<ReviewDetail['conversation']['messages'][number], 'id' | 'text'>;

/** @returns null where nothing is marked, or the marks are not within one message */
export function readSelection(messages: readonly Message[], selection: Selection | null): Evidence | null {
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
export function trimmed({ id, text }: Message, from: number, to: number): Evidence | null {
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

/** A message in sentences, for whoever quotes without a pointer. */
export function sentencesOf(message: Message): Evidence[] {
  return [...message.text.matchAll(/[^.!?\n]+[.!?]*/g)].flatMap(({ 0: words, index }) => {
    const found = trimmed(message, index, index + words.length);
    return found === null ? [] : [found];
  });
}
