/** Questions that were answered unsurely and that no article answers, in the customers' own words. */
import type { GapQuestion, KnowledgeGap, KnowledgeGaps } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { countWords, gapsHeadline, gapsSentence } from './article-words.ts';
import { SuggestArticleDialog } from './SuggestArticleDialog.tsx';
import { useKnowledgeGaps } from './use-articles.ts';
import '../reasons/ReasonsPage.css';
import './ArticlesPage.css';

export function GapsPage() {
  usePageTitle('Knowledge gaps');
  const query = useKnowledgeGaps();
  const gaps = query.data?.gaps ?? null;
  return (
    <>
      <TopStrip
        where={
          <>
            <Link to="/articles">Articles</Link> / <b>Knowledge gaps</b>
          </>
        }
      />
      {gaps === null ? (
        <>
          <h1>{query.isError ? 'The gaps could not be fetched.' : 'Questions without an article.'}</h1>
          {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
          {query.isPending ? <LoadingState bars={4}>Fetching the questions.</LoadingState> : null}
          {query.data ? (
            <EmptyState title="Nothing was looked up yet.">
              Once conversations are scored, the questions that were answered unsurely are looked up in your articles.
              It follows the focus by a few seconds.
            </EmptyState>
          ) : null}
        </>
      ) : (
        <GapsFound gaps={gaps} />
      )}
    </>
  );
}

function GapsFound({ gaps }: { gaps: KnowledgeGaps }) {
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [suggesting, setSuggesting] = useState<KnowledgeGap | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const place = gaps.groups.findIndex(({ key }) => key === search.at);
  const shown = showsAll || place >= shownAtFirst ? gaps.groups : gaps.groups.slice(0, shownAtFirst);
  const at = shown.findIndex(({ key }) => key === search.at);
  const move = (step: number) => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    if (next) void navigate({ to: '/articles/gaps', search: { at: next.key }, replace: true });
  };
  const open = () => {
    const [question] = shown[at]?.questions ?? [];
    if (question) void navigate({ to: `/conversations/${encodeURIComponent(question.conversationId)}` });
  };
  useKeys({ next: () => move(1), back: () => move(-1), open, evidence: open });
  const { marked, rest } = gapsHeadline(gaps);
  return (
    <>
      <h1>
        <span className="marker">{marked}</span>
        {rest}
      </h1>
      <p className="second reasons-summary">{gapsSentence(gaps)}</p>
      {gaps.articles === 0 ? (
        <p className="note">
          Bring in your articles, and only questions that none of them answers stay here.{' '}
          <Link to="/articles">See articles</Link>
        </p>
      ) : null}
      <div className="reasons-middle">
        <div className="reasons-wide">
          <Section title="Asked more than once" beside={countWords(gaps.groups.length, 'group')}>
            {gaps.groups.length === 0 ? (
              <p className="second">No two of them share their words.</p>
            ) : (
              <ul className="reasons">
                {shown.map((one) => (
                  <GapItem
                    key={one.key}
                    gap={one}
                    isHere={one.key === search.at}
                    onSuggest={() => setSuggesting(one)}
                  />
                ))}
              </ul>
            )}
            {shown.length < gaps.groups.length ? (
              <p className="articles-more">
                <Button onClick={() => setShowsAll(true)}>Show all {gaps.groups.length.toLocaleString()}</Button>
              </p>
            ) : null}
          </Section>
          {gaps.alone.length > 0 ? (
            <Section title="Asked once" beside={countWords(gaps.alone.length, 'question')}>
              <QuestionList questions={gaps.alone} />
            </Section>
          ) : null}
        </div>
        <HowFound gaps={gaps} />
      </div>
      {suggesting ? <SuggestArticleDialog gap={suggesting} onClose={() => setSuggesting(null)} /> : null}
    </>
  );
}

/** The rest is read by whoever has answered these. */
const shownAtFirst = 15;

/** Headed by a question as a customer asked it; by the words they share, for those who may open none of its conversations. */
function GapItem({ gap, isHere, onSuggest }: { gap: KnowledgeGap; isHere: boolean; onSuggest: () => void }) {
  const [first, ...others] = gap.questions;
  return (
    <li className={isHere ? 'reason current' : 'reason'} aria-current={isHere ? 'true' : undefined}>
      <div className="reason-head">
        <h3 className="gap-head">{first ? <QuestionLink question={first} /> : gap.name}</h3>
        <p>
          asked in <span className="num">{gap.conversations.toLocaleString()}</span> conversations
        </p>
      </div>
      <div className="reason-trend">
        {first ? (
          <Button size="small" onClick={onSuggest} aria-label={`Suggest an article about “${first.quote}”`}>
            Suggest an article
          </Button>
        ) : null}
      </div>
      {first === undefined ? (
        <div className="reason-quotes">
          <p className="second">Asked in conversations of others; their words are not for you to read.</p>
        </div>
      ) : others.length > 0 ? (
        <div className="reason-quotes">
          <p className="caption">Also asked like this</p>
          <QuestionList questions={others} />
        </div>
      ) : null}
    </li>
  );
}

function QuestionList({ questions }: { questions: readonly GapQuestion[] }) {
  return (
    <ul className="gap-questions">
      {questions.map((question) => (
        <li key={`${question.conversationId} ${question.messageId} ${question.start}`}>
          <QuestionLink question={question} />
        </li>
      ))}
    </ul>
  );
}

function QuestionLink({ question: { conversationId, quote } }: { question: GapQuestion }) {
  return (
    <Link
      to={`/conversations/${encodeURIComponent(conversationId)}`}
      search={{ show: 'knowledge' }}
      className="say-small"
    >
      “{quote}”
    </Link>
  );
}

function HowFound({ gaps }: { gaps: KnowledgeGaps }) {
  return (
    <div className="reasons-side">
      {gaps.unused.length > 0 ? (
        <Section title="There, and unsure all the same">
          <p className="second gap-note">
            These articles fit questions that were answered unsurely. They may be hard to find, or leave something open.
          </p>
          <ul className="gap-unused">
            {gaps.unused.map(({ article, conversations }) => (
              <li key={article.id}>
                <Link to={`/articles/${encodeURIComponent(article.id)}`}>{article.title}</Link>{' '}
                <span className="caption">{countWords(conversations, 'conversation')}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="How they are found">
        <ul className="reasons-list">
          <li>
            A question is one that called for knowledge and was missed, met half, or put off with “I will find out”.
          </li>
          <li>
            An article fits by the words it shares with the question: rare words weigh more, and so do those of its
            title. That it fits does not say that it is right.
          </li>
          <li>Two conversations that share their words make a group. Articles move nobody’s score.</li>
        </ul>
        <p>
          <Link to="/suggestions" className={buttonClass({ kind: 'quiet', size: 'small' })}>
            See what was suggested
          </Link>
        </p>
      </Section>
    </div>
  );
}
