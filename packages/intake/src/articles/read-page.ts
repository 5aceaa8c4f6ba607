/**
 * A Markdown or HTML file as an article. What its head does not say, its place says: folders are sections, a folder or an
 * ending named like a language is the locale, `drafts` and `internal` keep apart what customers do not read.
 */
import type { ArticleAudience } from '@rapport/contract';
import { decodeEntities } from '../html/entities.ts';
import { htmlToText } from '../html/html-to-text.ts';
import { readAttribute, scanMarkup } from '../html/scan-markup.ts';
import { type ReadArticle, sectionOf } from './article-record.ts';
import { addressOf, lineOf, localeOf, timeOf } from './clean-article.ts';
import { splitFrontMatter } from './front-matter.ts';
import { markdownToText } from './markdown-to-text.ts';

/** How a page says that only the team reads it. */
const forTeam = /^(?:internal|private|team|staff)$/i;
const pageName = /\.(?:md|mdx|markdown|html?|xhtml)$/i;

/** Pages whose name begins with "_" are parts of others (navigation, side bars), except in a folder of drafts. */
export const isPage = (path: string): boolean =>
  pageName.test(path) && !/(?:^|\/)\.[^/]/.test(path) && !/(?:^|\/)_[^/]*$/.test(path);

export function readPage(path: string, text: string): ReadArticle {
  return /\.x?html?$/i.test(path) ? readHtmlPage(path, text) : readMarkdownPage(path, text);
}

function readMarkdownPage(path: string, text: string): ReadArticle {
  const { fields, body } = splitFrontMatter(text);
  const field = (...names: readonly string[]) => names.map((name) => fields.get(name) ?? '').find(Boolean) ?? '';
  const heading = /^ {0,3}#[ \t]{1,9}([^\s#].{0,400})$/m.exec(body.slice(0, 20_000));
  const place = placeOf(path);
  const isDraft =
    field('draft') === 'true' || field('published') === 'false' || /^draft$/i.test(field('status', 'state'));
  const isInternal = field('internal') === 'true' || forTeam.test(field('audience', 'visibility'));
  // A title that only repeats the first heading would stand there twice.
  const rest = heading?.[1] === undefined ? body : body.replace(heading[0], '');
  return {
    ...place,
    locale: localeOf(field('lang', 'language', 'locale')) || place.locale,
    title: lineOf(field('title') || markdownToText(heading?.[1] ?? '')) || place.title,
    text: markdownToText(field('title') !== '' && lineOf(field('title')) !== heading?.[1]?.trim() ? body : rest),
    section: lineOf(field('section', 'category')) || place.section,
    keywords: field('tags', 'keywords', 'labels').split('\n').map(lineOf).filter(Boolean),
    url: addressOf(field('url', 'permalink', 'canonical', 'canonical_url')),
    audience: isDraft ? 'draft' : isInternal ? 'internal' : place.audience,
    updatedAt: timeOf(field('updated', 'last_updated', 'lastmod', 'date')),
  };
}

function readHtmlPage(path: string, html: string): ReadArticle {
  const place = placeOf(path);
  const head = readHead(html);
  return {
    ...place,
    locale: localeOf(head.lang) || place.locale,
    title: head.heading || head.title || place.title,
    text: htmlToText(mainOf(html)),
    keywords: head.keywords.split(',').map(lineOf).filter(Boolean),
    url: addressOf(head.canonical),
    audience: head.isInternal ? 'internal' : place.audience,
    updatedAt: null,
  };
}

/** What the head of a page says of it, and its first main heading. */
function readHead(html: string) {
  const found = { lang: '', title: titleOf(html), heading: '', keywords: '', canonical: '', isInternal: false };
  let isHeading = false;
  for (const token of scanMarkup(html)) {
    if (token.kind === 'text') {
      if (isHeading) found.heading += token.text;
    } else if (token.kind === 'close') {
      if (token.name === 'h1') isHeading = false;
    } else if (token.name === 'html') found.lang = readAttribute(token.attributes, 'lang') ?? '';
    else if (token.name === 'h1') isHeading = found.heading === '';
    else if (token.name === 'meta' || token.name === 'link') {
      const [key, value] = token.name === 'meta' ? (['name', 'content'] as const) : (['rel', 'href'] as const);
      const name = (readAttribute(token.attributes, key) ?? '').toLowerCase();
      const content = readAttribute(token.attributes, value) ?? '';
      if (name === 'keywords') found.keywords = content;
      if (name === 'canonical') found.canonical = content;
      if (name === 'audience') found.isInternal = forTeam.test(content);
    }
  }
  return { ...found, heading: found.heading.replaceAll(/\s+/g, ' ').trim() };
}

/** A browser reads no markup inside a title, so the scanner passes it over. */
function titleOf(html: string): string {
  const inside = /<title[^<>]{0,200}>([^<]{0,1000})/i.exec(html.slice(0, 100_000))?.[1] ?? '';
  return decodeEntities(inside).replaceAll(/\s+/g, ' ').trim();
}

/** Where a page says which part of it is the article, the menus around it are left out. */
function mainOf(html: string): string {
  const small = html.toLowerCase();
  for (const name of ['main', 'article']) {
    const from = small.indexOf(`<${name}`);
    const to = small.lastIndexOf(`</${name}`);
    if (from >= 0 && to > from && /[\s>]/.test(small[from + name.length + 1] ?? '')) return html.slice(from, to);
  }
  return html;
}

function placeOf(path: string): Omit<ReadArticle, 'text' | 'keywords' | 'url' | 'updatedAt'> {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const name = (parts.pop() ?? '').replace(pageName, '');
  const [, bare = name, ending = ''] = /^(.+)\.([a-z]{2}(?:[-_][a-zA-Z]{2})?)$/.exec(name) ?? [];
  const folders = parts.filter((part) => !isLocaleFolder(part));
  const isIn = (names: RegExp) => folders.some((folder) => names.test(folder));
  const audience: ArticleAudience = isIn(/^_?drafts?$/i)
    ? 'draft'
    : isIn(/^_?(?:internal|private|staff)$/i)
      ? 'internal'
      : 'public';
  // index.md is the page of its folder.
  const own = /^(?:index|readme)$/i.test(bare) ? (folders.at(-1) ?? bare) : bare;
  return {
    id: path,
    locale: localeOf(ending) || localeOf(parts.find(isLocaleFolder) ?? ''),
    title: wordsOf(own),
    section: sectionOf(
      ...folders.filter((folder) => !/^_?(?:drafts?|internal|private|staff)$/i.test(folder)).map(wordsOf),
    ),
    audience,
  };
}

/** Folders of two letters, or of two and two as in en-gb. */
const isLocaleFolder = (part: string): boolean => /^[a-z]{2}(?:[-_][a-zA-Z]{2})?$/.test(part);

/** returns-and-refunds → Returns and refunds; a number in front orders files and says nothing. */
function wordsOf(name: string): string {
  const words = name
    .replace(/^\d{1,4}[-_. ]+/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
