/** Articles as they are kept: masked like messages, with the language they are searched in and the key of their address. */
import { type MaskCounts, noMasks } from '@rapport/contract';
import { addressKeyOf } from '@rapport/insight';
import { addMaskCounts, maskText, type ReadArticle } from '@rapport/intake';
import type { KeptArticle } from '../store/articles/save-articles.ts';
import { searchLanguageOf } from '../store/articles/search-language.ts';

export function createArticleMasker(languageOf: (text: string) => string | null) {
  return (given: readonly ReadArticle[]): { articles: KeptArticle[]; masked: MaskCounts } => {
    let counts = noMasks;
    const mask = (text: string): string => {
      const masked = maskText(text);
      if (masked.text !== text) counts = addMaskCounts(counts, masked.counts);
      return masked.text;
    };
    const articles = given.map((one) => {
      const url = one.url === null || isPrivate(one.url) ? null : one.url;
      const locale = one.locale || languageOf(`${one.title}. ${one.text}`) || '';
      return {
        ...{ sourceId: one.id, locale: one.locale, audience: one.audience, updatedAt: one.updatedAt, url },
        ...{ title: mask(one.title), text: mask(one.text), section: mask(one.section) },
        keywords: one.keywords.map(mask),
        addressKey: url === null ? null : addressKeyOf(url),
        searchLanguage: searchLanguageOf(locale),
      };
    });
    return { articles, masked: counts };
  };
}

/** The long numbers of an address are ids and stay, or it would lead nowhere; with an e-mail address or a key in it it goes. */
function isPrivate(url: string): boolean {
  const { email, key } = maskText(url).counts;
  return email > 0 || key > 0;
}
