import type { OfferedArticle } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { audienceWords } from './article-words.ts';
import './ArticleLinks.css';

type Linked = Pick<OfferedArticle, 'id' | 'title'> & Partial<Pick<OfferedArticle, 'audience'>>;

export function ArticleLinks({ articles }: { articles: readonly Linked[] }) {
  return (
    <ul className="article-links">
      {articles.map(({ id, title, audience }) => (
        <li key={id}>
          <Link to={`/articles/${encodeURIComponent(id)}`}>{title}</Link>
          {audience === 'internal' ? <span className="caption"> {audienceWords.internal}</span> : null}
        </li>
      ))}
    </ul>
  );
}
