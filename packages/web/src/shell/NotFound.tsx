/** An address that leads nowhere. */
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { TopStrip } from './TopStrip.tsx';
import { usePageTitle } from './use-page-title.ts';

export function NotFound() {
  usePageTitle('Not here');
  return (
    <>
      <TopStrip where={<b>Not here</b>} />
      <h1>Nothing lives at this address.</h1>
      <EmptyState
        title="The page may have moved, or the address lost a letter."
        action={
          <Link to="/" className={buttonClass({ size: 'small' })}>
            Go to the start
          </Link>
        }
      />
    </>
  );
}
