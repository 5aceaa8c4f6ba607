import type { FoundArticle } from '@rapport/contract';

/** The words of an article that were found, as they stand there. */
export function ArticleExcerpt({ excerpt, className }: { excerpt: FoundArticle['excerpt']; className: string }) {
  if (excerpt.length === 0) return null;
  return (
    <p className={className}>
      {excerpt.map(({ text, isHit }, place) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
        isHit ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
      )}
    </p>
  );
}
