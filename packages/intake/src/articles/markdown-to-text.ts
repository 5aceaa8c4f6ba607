/**
 * Markdown → the text a person reads: marks of headings and of emphasis go, links keep where they lead, what is fenced as
 * code stays letter by letter. HTML inside it is cleaned like any other. Time grows with the length alone.
 */
import { htmlToText, looksLikeHtml } from '../html/html-to-text.ts';

export function markdownToText(markdown: string): string {
  const out: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  const endBlock = (): void => {
    if (block.length > 0) out.push(cleanBlock(block.join('\n')));
    block = [];
  };
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      else out.push(line);
    } else if (mark !== undefined) {
      endBlock();
      fence = mark;
    } else if (line.trim() === '') {
      endBlock();
      out.push('');
    } else block.push(line);
  }
  endBlock();
  return out
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function cleanBlock(block: string): string {
  const words = block
    .split('\n')
    .map((line) =>
      line
        .replace(/^ {0,3}#{1,6}[ \t]+/, '')
        .replace(/[ \t]{1,9}#{1,6}[ \t]{0,9}$/, '')
        .replace(/^ {0,3}(?:=+|-{2,}|\*{3,}|_{3,})[ \t]*$/, '')
        .replace(/^ {0,3}(?:>[ \t]?){1,10}/, ''),
    )
    .join('\n')
    .replaceAll(/(!?)\[([^\]\n]{0,300})\]\(([^)\n]{0,1000})\)/g, (_, mark: string, words: string, target: string) =>
      mark === '!' ? `[image${words === '' ? '' : `: ${words}`}]` : linkOf(words, target),
    )
    .replaceAll(/(\*\*|__)(?=\S)([^*_\n]{1,1000})\1/g, '$2')
    .replaceAll(/(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000})\*(?![\w*])/g, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+.!>-])/g, '$1');
  return looksLikeHtml(words) ? htmlToText(words.replaceAll('\n', '<br>')) : words;
}

/** The words with where they lead, where that is a web address; a place within the folder is left out. */
function linkOf(words: string, target: string): string {
  const address = /^ {0,3}<?(https?:\/\/[^\s>]+)/.exec(target)?.[1];
  return address === undefined || words === '' || words === address
    ? words || (address ?? '')
    : `${words} (${address})`;
}
