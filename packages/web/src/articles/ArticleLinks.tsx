import type { OfferedArticle } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { ArticleExcerpt } from './ArticleExcerpt.tsx';
import { audienceWords } from './article-words.ts';
import './ArticleLinks.css';

type Linked = Pick<OfferedArticle, 'id' | 'title'> & Partial<Pick<OfferedArticle, 'audience' | 'excerpt'>>;

export function ArticleLinks({ articles }: { articles: readonly Linked[] }) {
  return (
    <ul className="article-links">
      {articles.map(({ id, title, audience, excerpt = [] }) => (
        <li key={id}>
          <Link to={`/articles/${encodeURIComponent(id)}`}>{title}</Link>
          {audience === 'internal' ? <span className="caption"> {audienceWords.internal}</span> : null}
          <ArticleExcerpt excerpt={excerpt} className="say-small article-proof" />
        </li>
      ))}
    </ul>
  );
}
