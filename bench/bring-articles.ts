/** Brings made-up articles into a running product, in the form of an answer of Zendesk Guide, and waits until they are read. */
import { setTimeout as sleep } from 'node:timers/promises';
import { call, importArticles, listArticleImports } from '@rapport/contract';

export interface MadeArticle {
  title: string;
  body: string;
  section?: string;
}

const addressStart = 'https://help.example/hc/en-gb/articles/';

/** @returns the place of an article in the list, by the address that the product tells */
export async function bringArticles(
  origin: string,
  { articles, helpCentre }: { articles: readonly MadeArticle[]; helpCentre: string },
): Promise<(address: string | null) => number> {
  const sections = [...new Set(articles.flatMap(({ section }) => section ?? []))];
  const body = JSON.stringify({
    articles: articles.map(({ title, body, section }, n) => ({
      ...{ id: n + 1, title, body, locale: 'en-gb', draft: false, user_segment_id: null },
      ...{ section_id: section === undefined ? null : sections.indexOf(section) + 1 },
      html_url: `${addressStart}${n + 1}`,
    })),
    sections: sections.map((name, n) => ({ id: n + 1, name, locale: 'en-gb' })),
    next_page: null,
  });
  await call(importArticles, { origin, query: { fileName: 'bench.json', helpCentre }, bytes: new Blob([body]) });
  for (;;) {
    const { imports } = await call(listArticleImports, { origin });
    const [one] = imports;
    if (one?.failure != null) throw new Error(one.failure);
    if (one?.state === 'done') return (address) => Number(address?.slice(addressStart.length)) - 1;
    await sleep(200);
  }
}
