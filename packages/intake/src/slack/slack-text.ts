/** Slack's own marks in a text → what a reader of Slack sees. */
const mark = /<([^<>\n]{1,2000})>/g;

export function readSlackText(text: string, nameOf: (userId: string) => string): string {
  const shown = text.replaceAll(mark, (all, inside: string) => {
    const bar = inside.indexOf('|');
    const [target, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
    if (target.startsWith('@')) return `@${label || nameOf(target.slice(1)) || target.slice(1)}`;
    if (target.startsWith('#')) return `#${label || target.slice(1)}`;
    if (target.startsWith('!')) return `@${label || target.slice(1).split('^')[0]}`;
    if (/^mailto:/i.test(target)) return label || target.slice(7);
    if (/^(?:https?|tel):/i.test(target))
      return label === '' || target.includes(label) ? target : `${label} (${target})`;
    return all;
  });
  return shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
