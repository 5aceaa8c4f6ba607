import type { Article, ArticleImport, KnowledgeGaps } from '@rapport/contract';

export const countWords = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString()} ${count === 1 ? one : more}`;

export const audienceWords = {
  public: 'for customers',
  internal: 'for the team alone',
  draft: 'draft',
} as const satisfies Record<Article['audience'], string>;

/** en-gb → "British English"; what the browser does not know stays as it is. */
export function languageWords(locale: string): string {
  if (locale === '') return '';
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

export function importWords({ state, failure, counts, goneNotMarked }: ArticleImport): string {
  if (state === 'receiving') return 'Arriving.';
  if (state === 'reading') return 'Being read.';
  if (failure !== null) return failure;
  const parts = [
    [counts.added, 'new'],
    [counts.changed, 'changed'],
    [counts.unchanged, 'as before'],
    [counts.repeated, 'twice in the file'],
    [counts.gone, 'gone'],
  ] as const;
  const said = parts.flatMap(([count, words]) => (count > 0 ? `${count.toLocaleString()} ${words}` : []));
  const whole = said.length === 0 ? 'No article' : said.join(', ');
  return `${whole}.${goneNotMarked === null ? '' : ` None was marked as gone. ${goneNotMarked}`}`;
}

export function gapsHeadline({ articles, unsure, without }: KnowledgeGaps): { marked: string; rest: string } {
  if (unsure === 0) return { marked: 'Every question', rest: ' was answered surely.' };
  if (articles === 0) {
    return { marked: countWords(unsure, 'question'), rest: `${unsure === 1 ? ' was' : ' were'} answered unsurely.` };
  }
  if (without === 0) return { marked: 'Every question', rest: ' that was answered unsurely has an article.' };
  return { marked: countWords(without, 'question'), rest: `${without === 1 ? ' has' : ' have'} no article.` };
}

export function gapsSentence({ articles, unsure, answered, unclear, without }: KnowledgeGaps): string {
  if (unsure === 0) return 'No scored question was missed, met half, or put off with “I will find out”.';
  const looked = `${countWords(unsure, 'question')} ${unsure === 1 ? 'was' : 'were'} missed, met half, or put off with “I will find out”.`;
  if (articles === 0) return `${looked} No article is here yet, so none of them could be looked up.`;
  const little = unclear > 0 ? `; ${unclear.toLocaleString()} say too little to look for` : '';
  return `${looked} ${without.toLocaleString()} fit none of your ${countWords(articles, 'article')}${answered > 0 ? `, ${answered.toLocaleString()} fit one` : ''}${little}.`;
}
