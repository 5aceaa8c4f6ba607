/** What the reader has pinned: conversations, or words of them. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { dayWords } from '../design/dates.ts';
import { Section } from '../design/Section.tsx';
import { usePinChanges, usePins } from './use-reviews.ts';

export function PinList() {
  const [now] = useState(() => new Date());
  const found = usePins().data?.pins ?? [];
  const { remove } = usePinChanges();
  if (found.length === 0) return null;
  return (
    <Section title="Pinned by you" beside="nobody else sees it">
      <ul className="pin-list">
        {found.map(({ id, conversationId, words, at }) => (
          <li key={id}>
            <Link
              to="/conversations/$conversationId"
              params={{ conversationId }}
              className={words ? 'say-small' : undefined}
            >
              {words ? `“${words.quote}”` : 'A whole conversation'}
            </Link>
            <span className="caption">{dayWords(at, now)}</span>
            <Button size="small" kind="quiet" onClick={() => remove.mutate(id)}>
              Let go
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
