/** Replies of one's own that did it: where a quality is still open they show that it is within reach. */
import { type PersonPage, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';

export function ExampleList({ page }: { page: PersonPage }) {
  if (page.examples.length === 0) return null;
  return (
    <Section title="Examples to learn from" beside={page.own ? 'your own' : 'this person’s own'}>
      <ul className="person-examples">
        {page.examples.map(({ quality, reply, called, conversationId }) => (
          <li key={`${quality} ${conversationId}`}>
            <Link to={`/conversations/${conversationId}`} search={{ quality }}>
              <span className="say-small">“{reply?.quote}”</span>
              <span className="caption">
                {qualityWords[quality].name}
                {called ? (
                  <>
                    , to <span className="person-called">“{called.quote}”</span>
                  </>
                ) : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
