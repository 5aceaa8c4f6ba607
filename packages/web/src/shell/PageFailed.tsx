/** A page that broke while drawing. What is stored is not touched by it. */
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorState } from '../design/ErrorState.tsx';
import { isNotFetched, loadAnew, notFetched } from './page-not-fetched.ts';
import { TopStrip } from './TopStrip.tsx';
import { usePageTitle } from './use-page-title.ts';

export function PageFailed({ error, reset }: ErrorComponentProps) {
  usePageTitle('This page failed');
  return (
    <>
      <TopStrip where={<b>This page failed</b>} />
      <h1>This page could not be shown.</h1>
      {isNotFetched(error) ? (
        <ErrorState error={notFetched()} retry={() => void loadAnew()} />
      ) : (
        <ErrorState error={error} retry={reset} />
      )}
    </>
  );
}
