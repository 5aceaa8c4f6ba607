/** Beside a conversation: which articles its replies name, and which fit what was asked. */
import type { ConversationArticles as Found } from '@rapport/contract';
import { Section } from '../design/Section.tsx';
import { ArticleLinks } from './ArticleLinks.tsx';
import { useConversationArticles } from './use-articles.ts';
import './ArticleLinks.css';

export function ConversationArticles({ conversationId }: { conversationId: string }) {
  const found = useConversationArticles(conversationId).data;
  if (found === undefined || (found.known === 0 && found.cited.length === 0)) return null;
  const asked = found.asked.filter(({ isJudged }) => isJudged);
  if (found.cited.length === 0 && asked.length === 0) return null;
  const named = [...new Map(found.cited.map(({ article }) => [article.id, article])).values()];
  return (
    <Section title="Articles">
      {named.length > 0 ? (
        <div className="beside-question">
          <p className="caption">Named in a reply</p>
          <ArticleLinks articles={named} />
        </div>
      ) : null}
      {asked.map(({ question, articles }) => (
        <div key={`${question.messageId} ${question.start}`} className="beside-question">
          <p className="say-small">“{question.quote}”</p>
          {articles.length > 0 ? (
            <ArticleLinks articles={articles} />
          ) : (
            <p className="caption">None of {found.known.toLocaleString()} articles fits.</p>
          )}
        </div>
      ))}
    </Section>
  );
}

/** Below a moment of knowledge: whether its answer names a source, and what would have fitted its question. */
export function MomentArticles({
  conversationId,
  trigger,
  response,
}: {
  conversationId: string;
  trigger: Found['asked'][number]['question'] | null;
  response: Found['asked'][number]['question'] | null;
}) {
  const found = useConversationArticles(conversationId).data;
  if (found === undefined || found.known === 0) return null;
  const named = found.cited.filter(({ messageId }) => messageId === response?.messageId);
  const asked = found.asked.find(
    ({ question }) => question.messageId === trigger?.messageId && question.start === trigger.start,
  );
  return (
    <>
      {named.length > 0 ? (
        <div className="why-words beside-moment">
          The reply names its source: <ArticleLinks articles={named.map(({ article }) => article)} />
        </div>
      ) : null}
      {asked?.isJudged ? (
        <div className="why-words beside-moment">
          {asked.articles.length === 0 ? (
            'No article fits this question. '
          ) : (
            <>
              Fits this question: <ArticleLinks articles={asked.articles} />
            </>
          )}
          <span className="caption">Moves no score.</span>
        </div>
      ) : null}
    </>
  );
}
