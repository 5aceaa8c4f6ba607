import type { Article } from '@rapport/contract';
import { Tag } from '../design/Tag.tsx';
import { audienceWords, languageWords } from './article-words.ts';

/** What sets an article apart; one for customers in no known language has none. */
export function ArticleTags({
  article: { audience, locale, goneAt },
}: {
  article: Pick<Article, 'audience' | 'locale' | 'goneAt'>;
}) {
  return (
    <>
      {audience === 'public' ? null : <Tag tone="outline">{audienceWords[audience]}</Tag>}
      {goneAt ? <Tag tone="attention">gone</Tag> : null}
      {locale === '' ? null : <span className="caption">{languageWords(locale)}</span>}
    </>
  );
}
