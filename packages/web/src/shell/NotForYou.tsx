/** A page that exists and that this person may not open, with the right it needs. */
import type { AccessRule } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { TopStrip } from './TopStrip.tsx';
import { usePageTitle } from './use-page-title.ts';

/** Whom a rule lets in, as a person would say it. */
const whose: Record<AccessRule, string> = {
  anyone: 'Everybody may open it.',
  member: 'It is for everybody with an account.',
  reader: 'It shows the whole team’s numbers and words: leads and reviewers read it.',
  reviewer: 'It is for those who review.',
  lead: 'It is for leads.',
  admin: 'It is for those who administer this Rapport.',
  owner: 'It is for owners.',
  ingest: 'It is for those who bring in conversations.',
};

export function NotForYou({ rule }: { rule: AccessRule }) {
  usePageTitle('Not for your role');
  return (
    <>
      <TopStrip where={<b>Not for your role</b>} />
      <h1>This page is for others here.</h1>
      <EmptyState
        title={whose[rule]}
        action={
          <Link to="/" className={buttonClass({ size: 'small' })}>
            To your own first page
          </Link>
        }
      >
        What is about you stands on your own pages. An administrator can give you another role.
      </EmptyState>
    </>
  );
}
