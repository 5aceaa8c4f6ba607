/** What is still open, each with a moment, one thing to try, and where to practise it. */
import { type PersonPage, type PersonQuality, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { PlanLink } from '../coaching/PlanLink.tsx';
import { Section } from '../design/Section.tsx';
import { QualityNumber } from './QualityNumber.tsx';
import { QualitySpan } from './QualitySpan.tsx';

interface OpenListProps {
  page: PersonPage;
  open: readonly PersonQuality[];
  at: string | undefined;
}

export function OpenList({ page, open, at }: OpenListProps) {
  if (open.length === 0) return null;
  return (
    <Section title="Still open" link="Dotted mark: half, or where the team is">
      <ul className="person-open">
        {open.map((one) => {
          const help = page.open.find(({ quality }) => quality === one.quality);
          const { called, reply, conversationId } = help?.moment ?? {};
          return (
            <li key={one.quality} className={at === one.quality ? 'current' : undefined}>
              <div className="person-open-head">
                <span className="bold">{qualityWords[one.quality].name}</span>
                <QualityNumber one={one} authorId={page.authorId} />
              </div>
              <QualitySpan one={one} width={270} />
              {help ? <p className="person-try">{help.try}</p> : null}
              {conversationId !== undefined && (called || reply) ? (
                <p className="caption">
                  A moment to look at:{' '}
                  <Link
                    className="say-small person-quote"
                    to={`/conversations/${conversationId}`}
                    search={{ quality: one.quality }}
                  >
                    “{(called ?? reply)?.quote}”
                  </Link>
                </p>
              ) : null}
              <p className="person-links">
                {page.own ? (
                  <Link to="/practice" search={{ quality: one.quality }}>
                    Practise it
                  </Link>
                ) : (
                  <PlanLink quality={one.quality} authorId={page.authorId}>
                    Plan sessions
                  </PlanLink>
                )}
                <Link to={`/guides/${one.quality}`}>How to develop it</Link>
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
