import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { articleLimits } from './article-limits.ts';
import type { ArticleProblemFound, ReadArticle } from './article-record.ts';
import { lookAtArticles, readArticles } from './read-articles.ts';

const examples = new URL('../../../../examples/articles/', import.meta.url);
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function readAll(bytes: Uint8Array, fileName: string, limits = articleLimits) {
  const open = async function* (from = 0) {
    // In small pieces, as a slow line brings them.
    for (let at = from; at < bytes.length; at += 997) yield bytes.subarray(at, Math.min(at + 997, bytes.length));
  };
  const look = await lookAtArticles(open, { fileName, limits });
  const articles: ReadArticle[] = [];
  const problems: ArticleProblemFound[] = [];
  for await (const one of readArticles(open, look, { fileName, limits })) {
    if (one.kind === 'article') articles.push(one.article);
    else problems.push(one.problem);
  }
  return { look, articles, problems };
}
const readText = (text: string, fileName = 'articles.json') => readAll(bytesOf(text), fileName);
const readExample = (name: string) => readAll(readFileSync(new URL(name, examples)), name);
const named = (articles: readonly ReadArticle[], title: string) => articles.find((one) => one.title === title);

function zipExamplePages(): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const folder = new URL('pages/', examples);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.\w+$/.test(path)) files[path] = readFileSync(new URL(path, folder));
  }
  return zipSync(files);
}

describe('Zendesk Guide', () => {
  it('gives every translation as an article of its own, and the main one once', async () => {
    const { look, articles, problems } = await readExample('zendesk-guide.json');
    expect(look).toMatchObject({ format: 'zendesk-guide', isPart: false });
    expect(problems).toEqual([]);
    expect(articles.map(({ id, locale, audience }) => [id, locale, audience])).toEqual([
      ['360001234501', 'en-gb', 'public'],
      ['360001234501', 'de', 'public'],
      ['360001234501', 'fr', 'draft'],
      ['360001234502', 'en-gb', 'public'],
      ['360001234503', 'en-gb', 'public'],
      ['360001234504', 'en-gb', 'internal'],
      ['360001234505', 'en-gb', 'public'],
      ['360001234506', 'en-gb', 'draft'],
    ]);
  });

  it('names the section with the sections and the category above it, though they stand behind the articles', async () => {
    const { articles } = await readExample('zendesk-guide.json');
    expect(named(articles, 'Limits for goodwill')?.section).toBe('Orders › Returns and refunds › For the team');
    expect(named(articles, 'When your refund arrives')).toMatchObject({
      section: 'Orders › Returns and refunds',
      url: 'https://help.soundhaus.example/hc/en-gb/articles/360001234503-When-your-refund-arrives',
      updatedAt: '2026-02-11T09:30:00.000Z',
    });
  });

  it('takes an article with readers for internal, unless the list of segments says that customers are meant', async () => {
    const article = { id: 1, section_id: 2, title: 'A', body: 'b', user_segment_id: 78, locale: 'en' };
    const { articles } = await readText(JSON.stringify({ articles: [article] }));
    expect(articles[0]?.audience).toBe('internal');
  });

  it('drops scripts and hidden words and keeps the lines', async () => {
    const body = '<p>One</p><script>alert(1)</script><p style="display:none">Two</p><p onclick="x()">Three</p>';
    const { articles } = await readText(
      JSON.stringify({ articles: [{ id: 1, section_id: 2, title: '<b>A</b>', body }] }),
    );
    expect(articles[0]).toMatchObject({ title: 'A', text: 'One\n\nThree' });
  });

  it('keeps the digits of long ids, and reads pages saved one behind another', async () => {
    const page = (id: string, next: string) =>
      `{"articles":[{"id":${id},"section_id":1,"title":"T","body":"b"}],"next_page":${next}}`;
    const { articles, look } = await readText(
      `${page('9007199254740993', '"https://x.example/2"')}\n${page('2', 'null')}`,
    );
    expect(articles.map(({ id }) => id)).toEqual(['9007199254740993', '2']);
    expect(look.isPart).toBe(false);
  });

  it('notices that a saved page is not the last', async () => {
    const article = { id: 1, section_id: 1, title: 'T', body: 'say "next_page": null' };
    const { look } = await readText(
      JSON.stringify({ articles: [article], next_page: 'https://x.example/2', count: 40 }),
    );
    expect(look.isPart).toBe(true);
  });
});

describe('Intercom', () => {
  it('reads articles, internal ones and what was translated; languages nobody wrote in are none', async () => {
    const { look, articles } = await readExample('intercom.json');
    expect(look.format).toBe('intercom-articles');
    expect(articles.map(({ id, locale, audience }) => [id, locale, audience])).toEqual([
      ['801', 'en', 'public'],
      ['802', 'en', 'public'],
      ['802', 'es', 'public'],
      ['802', 'it', 'draft'],
      ['803', 'en', 'draft'],
      ['internal-17', 'en', 'internal'],
    ]);
    expect(articles[0]).toMatchObject({ section: 'Orders', updatedAt: '2026-01-21T12:53:20.000Z' });
    expect(articles[0]?.text).toMatch(/^Up to the moment it is packed\.\n\nUntil it is packed/);
  });
});

describe('Help Scout Docs', () => {
  it('reads answers one behind another; a private collection is for the team, an unpublished article a draft', async () => {
    const { look, articles, problems } = await readExample('help-scout-docs.json');
    expect(look.format).toBe('help-scout-docs');
    expect(problems).toEqual([]);
    expect(articles.map(({ title, section, audience }) => [title, section, audience])).toEqual([
      ['Where is my parcel?', 'Help for customers › Delivery', 'public'],
      ['Delivery to islands', 'Help for customers › Delivery', 'draft'],
      ['Speaking with couriers', 'Team handbook', 'internal'],
    ]);
    expect(articles[0]?.text).toContain('Express');
  });

  it('reads bare articles, one a line', async () => {
    const bare = {
      id: 'a',
      number: 1,
      collectionId: 'c',
      categories: ['x'],
      status: 'published',
      name: 'N',
      text: 't',
    };
    const { articles } = await readText(`${JSON.stringify(bare)}\n${JSON.stringify({ ...bare, id: 'b' })}`);
    expect(articles.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('refuses the list of articles, which holds no text, and says what to fetch', async () => {
    const list = { articles: { page: 1, pages: 3, count: 1, items: [{ id: 'a', name: 'N', status: 'published' }] } };
    const { articles, problems } = await readText(JSON.stringify(list));
    expect(articles).toEqual([]);
    expect(problems[0]).toMatchObject({
      reason: expect.stringContaining('no text'),
      wayOut: expect.stringContaining('/articles/{id}'),
    });
  });
});

describe('a folder of pages', () => {
  it('is read with its heads and its places', async () => {
    const { look, articles, problems } = await readAll(zipExamplePages(), 'handbook.zip');
    expect(look.format).toBe('pages');
    expect(problems).toEqual([]);
    const told = articles.map(({ id, title, section, audience, locale }) => [id, title, section, audience, locale]);
    expect(told.sort()).toEqual(
      [
        ['de/rueckgabe.md', 'Etwas zurückschicken', '', 'public', 'de'],
        ['internal/refund-without-a-receipt.md', 'Refund without a receipt', '', 'internal', ''],
        ['_drafts/trade-in.md', 'Trading in an old device', '', 'draft', ''],
        ['opening-hours.html', 'Opening hours', '', 'public', 'en-gb'],
        ['returns/01-sending-something-back.md', 'Sending something back', 'Returns', 'public', ''],
        ['returns/damaged-on-arrival.md', 'Damaged on arrival', 'Returns', 'public', ''],
      ].sort(),
    );
  });

  it('loses the marks of Markdown and of HTML, not the words', async () => {
    const { articles } = await readAll(zipExamplePages(), 'handbook.zip');
    expect(named(articles, 'Sending something back')).toMatchObject({
      keywords: ['returns', 'label'],
      url: 'https://shop.example.com/help/sending-something-back',
      text: 'You have 30 days. Open your orders (https://shop.example.com/orders), choose Return and print the label.\n\n- Keep the slip of the post office.\n- The money is back 5 to 7 working days after the parcel has reached us.\n\nReturn number: R-0000',
    });
    const hours = named(articles, 'Opening hours');
    expect(hours?.text).toMatch(/^Opening hours\s+Monday to Friday, 8 to 20\./);
    expect(hours?.url).toBe('https://shop.example.com/help/opening-hours');
  });

  it('takes one page alone, also in an old encoding', async () => {
    const { articles } = await readAll(new Uint8Array([0x23, 0x20, 0x43, 0x61, 0x66, 0xe9, 0x0a, 0x78]), 'cafe.md');
    expect(articles[0]).toMatchObject({ id: 'cafe.md', title: 'Café', text: 'x' });
  });
});

describe('files that are no articles, or bad ones', () => {
  it('are refused with what would be read', async () => {
    await expect(readText('{"tickets":[{"id":1,"subject":"x"}]}')).rejects.toThrow(/No articles were found/);
    await expect(readText('')).rejects.toThrow(/No articles were found/);
    await expect(readText('just words')).rejects.toThrow(/No articles were found/);
    await expect(readAll(zipSync({ 'a.png': new Uint8Array(9) }), 'pictures.zip')).rejects.toThrow(/No articles/);
  });

  it('lose no good article to a bad one, and name the line', async () => {
    const good = { id: 1, section_id: 2, title: 'T', body: 'b' };
    const text = [
      JSON.stringify(good),
      '{"id":2,"section_id":2,"title":',
      JSON.stringify({ ...good, id: 3, title: '' }),
      JSON.stringify({ ...good, id: 4, body: 'a\0b' }),
      JSON.stringify({ ...good, id: 5 }),
      `{"id":6,"section_id":2,"title":"T","body":${'['.repeat(99)}${']'.repeat(99)}}`,
    ].join('\n');
    const { articles, problems } = await readText(text);
    expect(articles.map(({ id }) => id)).toEqual(['1', '5']);
    expect(problems.map(({ line, id }) => [line, id])).toEqual([
      [2, null],
      [3, '3'],
      [4, '4'],
      [6, null],
    ]);
    for (const { reason, wayOut } of problems) expect([reason, wayOut]).not.toContain('');
  });

  it('stop at bombs and at more than a help centre holds', async () => {
    const bomb = zipSync({ 'a.html': new Uint8Array(80 * 2 ** 20) }, { level: 9 });
    await expect(readAll(bomb, 'bomb.zip')).rejects.toThrow(/times its size/);
    const two =
      '{"articles":[{"id":1,"section_id":1,"title":"T","body":"b"},{"id":2,"section_id":1,"title":"T","body":"b"}]}';
    await expect(readAll(bytesOf(two), 'a.json', { ...articleLimits, articles: 1 })).rejects.toThrow(
      /more than 1 article/,
    );
  });

  it('link only to where a browser may safely go', async () => {
    for (const html_url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://a:b@evil.example/',
      'https://x.example/" onload="y',
    ]) {
      const { articles } = await readText(
        JSON.stringify({ articles: [{ id: 1, section_id: 1, title: 'T', body: 'b', html_url }] }),
      );
      expect(articles[0]?.url, html_url).toBeNull();
    }
  });

  it('take time in proportion to their length, whatever is written', async () => {
    for (const piece of ['[', '[a](', '**a', '# ', '<', '<a ', '> ', '![', '\\', '`', '---\n', '*a* ', '[a](http://']) {
      const began = process.cpuUsage();
      const { articles } = await readAll(bytesOf(`# T\n${piece.repeat(200_000 / piece.length)}`), 'slow.md');
      expect(articles.length).toBeLessThanOrEqual(1);
      expect(process.cpuUsage(began).user / 1000, piece).toBeLessThan(3000);
    }
  });
});
