/** What of the list of articles is shown, as it stands in the address. */
import { type ArticleAudience, articleAudiences, type listArticles, type QueryOf } from '@rapport/contract';

export interface ArticleFilter {
  search: string;
  /** `all`: public and internal ones. */
  show: ArticleAudience | 'all' | 'gone';
  helpCentre: string;
}

export function parseArticleFilter(search: Record<string, unknown>): ArticleFilter {
  const show = String(search.show ?? '');
  return {
    search: typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q).slice(0, 300) : '',
    show: show === 'gone' ? 'gone' : (articleAudiences.find((one) => one === show) ?? 'all'),
    helpCentre: typeof search.from === 'string' || typeof search.from === 'number' ? String(search.from) : '',
  };
}

export const articleSearch = ({ search, show, helpCentre }: ArticleFilter): Record<string, string> => ({
  ...(search === '' ? {} : { q: search }),
  ...(show === 'all' ? {} : { show }),
  ...(helpCentre === '' ? {} : { from: helpCentre }),
});

export const toQuery = ({ search, show, helpCentre }: ArticleFilter): QueryOf<typeof listArticles> => ({
  ...(search.trim() === '' ? {} : { search: search.trim() }),
  ...(show === 'gone' ? { gone: 'yes' } : show === 'all' ? {} : { audience: show }),
  ...(helpCentre === '' ? {} : { helpCentre }),
});
