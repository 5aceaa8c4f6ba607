/** Replies that did it: own ones show that it is within reach; colleagues' stand without any name. */
import { type PersonPage, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';

export function ExampleList({ page }: { page: PersonPage }) {
  const { examples, teamExamples, own } = page;
  if (examples.length + teamExamples.length === 0) return null;
  return (
    <Section title="Examples to learn from" beside={own ? 'your own first' : 'this person’s own first'}>
      <ul className="person-examples">
        {examples.map(({ quality, reply, called, conversationId }) => (
          <li key={`${quality} ${conversationId}`}>
            <Link className="person-example" to={`/conversations/${conversationId}`} search={{ quality }}>
              <ExampleWords
                reply={reply?.quote ?? ''}
                called={called?.quote ?? null}
                from={qualityWords[quality].name}
              />
            </Link>
          </li>
        ))}
        {teamExamples.map(({ quality, reply, called }) => (
          <li key={`team ${quality}`} className="person-example">
            <ExampleWords reply={reply} called={called} from={`${qualityWords[quality].name}, a colleague`} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ExampleWords({ reply, called, from }: { reply: string; called: string | null; from: string }) {
  return (
    <>
      <span className="say-small">“{reply}”</span>
      <span className="caption">
        {from}
        {called === null ? null : (
          <>
            , to <span className="person-called">“{called}”</span>
          </>
        )}
      </span>
    </>
  );
}
