/** Brings a mark or a message into sight after the page has drawn it; the focus stays where it is. */

export const scrollToMark = (label: string): void => later(`[data-mark="${CSS.escape(label)}"]`);
export const scrollToMessage = (messageId: string): void => later(`[data-message="${CSS.escape(messageId)}"]`);

function later(selector: string): void {
  requestAnimationFrame(() => {
    document.querySelector(selector)?.scrollIntoView({ block: 'center' });
  });
}
