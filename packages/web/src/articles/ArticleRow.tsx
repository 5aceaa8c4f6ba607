import type { FoundArticle } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { ArticleExcerpt } from './ArticleExcerpt.tsx';
import { ArticleTags } from './ArticleTags.tsx';
import { countWords } from './article-words.ts';

export function ArticleRow({ article, isHere }: { article: FoundArticle; isHere: boolean }) {
  const { id, title, section, helpCentre, excerpt, conversations } = article;
  return (
    <li className={isHere ? 'here' : undefined} aria-current={isHere ? 'true' : undefined}>
      <p className="article-head">
        <Link to={`/articles/${encodeURIComponent(id)}`} className="bold">
          {title}
        </Link>
        <ArticleTags article={article} />
      </p>
      <p className="caption">
        {[helpCentre, section].filter(Boolean).join(' › ')}
        {conversations > 0 ? `, named in ${countWords(conversations, 'conversation')}` : ''}
      </p>
      <ArticleExcerpt excerpt={excerpt} className="second article-excerpt" />
    </li>
  );
}
