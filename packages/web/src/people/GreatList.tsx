/** What a person is great at: the range beside its mark, and one reply that shows it. */
import { type PersonPage, type PersonQuality, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';
import { QualityNumber } from './QualityNumber.tsx';
import { QualitySpan } from './QualitySpan.tsx';

interface GreatListProps {
  page: PersonPage;
  great: readonly PersonQuality[];
  at: string | undefined;
}

export function GreatList({ page, great, at }: GreatListProps) {
  const isTeam = great.some(({ markIs }) => markIs === 'team');
  return (
    <Section
      title={page.own ? 'What you are great at' : 'Great at'}
      link={great.length === 0 ? undefined : isTeam ? 'Dotted mark: where the team is' : 'Dotted mark: two of three'}
    >
      {great.length === 0 ? (
        <p className="second">
          {page.qualities.length === 0
            ? 'Shares begin at ten conversations. What was said in each can be read today.'
            : 'No range lies surely above two of three yet. With more conversations the ranges get narrower.'}
        </p>
      ) : (
        <ul className="person-great">
          {great.map((one) => {
            const reply = page.great.find(({ quality }) => quality === one.quality)?.reply;
            return (
              <li key={one.quality} className={at === one.quality ? 'current' : undefined}>
                <span className="bold">{qualityWords[one.quality].name}</span>
                <QualitySpan one={one} />
                <QualityNumber one={one} authorId={page.authorId} />
                {reply ? (
                  <Link
                    className="say-small person-quote"
                    to={`/conversations/${reply.conversationId}`}
                    search={{ quality: one.quality }}
                    title={reply.quote}
                  >
                    “{reply.quote}”
                  </Link>
                ) : (
                  <span className="caption">{one.why}</span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <p className="caption person-compared">{page.compared}</p>
    </Section>
  );
}
