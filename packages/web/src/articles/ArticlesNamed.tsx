import type { ConversationArticles } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import './ArticleLinks.css';

/** Below a reply that names an article: the way there. */
export function ArticlesNamed({ cited }: { cited: ConversationArticles['cited'] }) {
  const articles = [...new Map(cited.map(({ article }) => [article.id, article])).values()];
  if (articles.length === 0) return null;
  return (
    <p className="caption message-names">
      Names the article{' '}
      {articles.map(({ id, title }, place) => (
        <span key={id}>
          {place > 0 ? ', ' : ''}
          <Link to={`/articles/${encodeURIComponent(id)}`}>{title}</Link>
        </span>
      ))}
    </p>
  );
}
