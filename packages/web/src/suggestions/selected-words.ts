/** The words a person has selected in a transcript, as a quote of the message they stand in. */

export interface QuotedMessage {
  id: string;
  text: string;
}

export interface SelectedWords {
  messageId: string;
  quote: string;
}

/** What is selected now, where it lies within one message; null otherwise. */
export function readSelection(messages: readonly QuotedMessage[]): SelectedWords | null {
  const selection = window.getSelection();
  const place = (node: Node | null | undefined) =>
    (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-message]')?.dataset.message;
  const from = place(selection?.anchorNode);
  if (from === undefined || from !== place(selection?.focusNode)) return null;
  const quote = String(selection).trim();
  const message = messages.find(({ id }) => id === from);
  return message && quote !== '' && message.text.includes(quote) ? { messageId: from, quote } : null;
}

/** The quote with its place, or null where the words do not stand in the message exactly. */
export function placeQuote(message: QuotedMessage | undefined, quote: string) {
  const words = quote.trim();
  const start = words === '' ? -1 : (message?.text.indexOf(words) ?? -1);
  return message === undefined || start < 0
    ? null
    : { messageId: message.id, start, end: start + words.length, quote: words };
}
