/** A page that exists and that this person may not open, with the right it needs. */
import type { AccessRule } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { TopStrip } from './TopStrip.tsx';
import { usePageTitle } from './use-page-title.ts';

export function NotForYou({ rule }: { rule: AccessRule }) {
  usePageTitle('Not for your role');
  return (
    <>
      <TopStrip where={<b>Not for your role</b>} />
      <h1>This page is for others here.</h1>
      <EmptyState
        title={`It needs the right “${rule}”.`}
        action={
          <Link to="/" className={buttonClass({ size: 'small' })}>
            To your own first page
          </Link>
        }
      >
        Somebody who administers this Rapport can give you another role.
      </EmptyState>
    </>
  );
}
