/** One kind with its first conversations, and the two things a person can say of it. */
import type { NotServiceGroup, NotServiceThread } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { countWords } from '../first-run/count-words.ts';
import { isOpen, kindNames, stateWords } from './service-words.ts';

interface KindSectionProps {
  group: NotServiceGroup;
  isCurrent: boolean;
  isOpened: boolean;
  isBusy: boolean;
  onSay: (isService: boolean) => void;
  onSayOne: (thread: NotServiceThread) => void;
  onOpen: () => void;
}

export function KindSection({ group, isCurrent, isOpened, isBusy, ...on }: KindSectionProps) {
  const blocked = isBusy ? 'It is being saved' : undefined;
  const name = kindNames[group.kind];
  const hidden = group.conversations - group.threads.length;
  return (
    <div className={isCurrent ? 'service-kind current' : 'service-kind'} id={`kind-${group.kind}`}>
      <Section title={name} beside={stateWords(group)}>
        <ul className="service-threads">
          {group.threads.map((thread) => (
            <li key={thread.conversationId}>
              <div>
                <Link to="/conversations/$conversationId" params={{ conversationId: thread.conversationId }}>
                  {thread.subject || 'No subject'}
                </Link>{' '}
                <span className="caption">from {thread.from || 'nobody by name'}</span>
                {thread.firstWords === '' ? null : <q className="service-words">{thread.firstWords}</q>}
                <span className="caption service-why">{thread.why}</span>
              </div>
              <Button
                size="small"
                kind="quiet"
                blocked={blocked}
                aria-label={`This is service: ${thread.subject || 'no subject'}`}
                onClick={() => on.onSayOne(thread)}
              >
                This is service
              </Button>
            </li>
          ))}
        </ul>
        <p className="service-say">
          {isOpen(group) ? (
            <Button
              size="small"
              kind="primary"
              shortcut={isCurrent ? 'Enter' : undefined}
              blocked={blocked}
              onClick={() => on.onSay(false)}
            >
              Right, leave them out
            </Button>
          ) : null}
          <Button size="small" blocked={blocked} onClick={() => on.onSay(true)}>
            They are service, score them
          </Button>
          {hidden > 0 && !isOpened ? (
            <Button size="small" kind="quiet" onClick={on.onOpen}>
              Show the other {countWords(hidden)}
            </Button>
          ) : null}
          {hidden > 0 && isOpened ? <span className="caption">and {countWords(hidden)} more</span> : null}
        </p>
      </Section>
    </div>
  );
}
