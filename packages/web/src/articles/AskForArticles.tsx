/** Looks articles up for a customer's question, when asked to: it goes to this server and is not stored. The draft stays here. */
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { ArticleLinks } from './ArticleLinks.tsx';
import { useMatch } from './use-articles.ts';

const longestQuestion = 4000;

export function AskForArticles({ question }: { question: string }) {
  const match = useMatch();
  const asked = question.trim().slice(0, longestQuestion);
  const isCurrent = match.variables === asked;
  if (asked === '') return null;
  return (
    <div className="article-ask">
      <Button size="small" onClick={() => match.mutate(asked)} blocked={match.isPending ? 'It is looking' : undefined}>
        Look for articles
      </Button>
      <div role="status">
        {match.data && isCurrent ? <Answer answer={match.data} /> : null}
        {match.error && isCurrent ? <ErrorState error={match.error} /> : null}
      </div>
      <p className="caption">
        Sends the customer’s words to your own Rapport, which stores nothing. Your reply stays here.
      </p>
    </div>
  );
}

function Answer({ answer }: { answer: NonNullable<ReturnType<typeof useMatch>['data']> }) {
  if (answer.known === 0) return <p className="second">No articles are here yet.</p>;
  if (!answer.isJudged) return <p className="second">These words say too little to look for.</p>;
  if (answer.articles.length === 0) {
    return <p className="second">None of {answer.known.toLocaleString()} articles fits.</p>;
  }
  return <ArticleLinks articles={answer.articles} />;
}
