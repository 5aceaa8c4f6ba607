/** A page whose answer is found by a job, before there is one: being fetched, being counted, nothing to count, or failed. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { TopStrip } from './TopStrip.tsx';

interface AnswerPreludeProps {
  /** Of the page, as the rail has it. */
  name: string;
  title: string;
  query: { isError: boolean; isPending: boolean; error: unknown; refetch: () => unknown };
  /** True: an answer is on its way. */
  isExpected: boolean;
  /** Said while it is being found. */
  finding: string;
  empty: { title: string; words: string };
  /** In the strip at the top. */
  strip?: ReactNode;
  /** Why there is none, where it is neither missing nor on its way. */
  children?: ReactNode;
}

export function AnswerPrelude(props: AnswerPreludeProps) {
  const { name, title, query, isExpected, finding, empty, strip, children } = props;
  const isAnswered = !query.isError && !query.isPending && !children;
  return (
    <>
      <TopStrip where={<b>{name}</b>}>{strip}</TopStrip>
      <h1>{query.isError ? `The ${name.toLowerCase()} could not be fetched.` : title}</h1>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState bars={5}>{`Fetching the ${name.toLowerCase()}.`}</LoadingState> : null}
      {children}
      {isAnswered && isExpected ? <LoadingState bars={5}>{finding}</LoadingState> : null}
      {isAnswered && !isExpected ? (
        <EmptyState
          title={empty.title}
          action={
            <Link to="/first-run" className={buttonClass({ kind: 'primary' })}>
              Bring in conversations
            </Link>
          }
        >
          {empty.words}
        </EmptyState>
      ) : null}
    </>
  );
}
