/** Receipts: numbers, and nothing of the person. */
import { addressOf, type ErasureReceipt, exportErasedList } from '@rapport/contract';
import { dayAndTimeWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { useErasures } from './use-privacy.ts';

export function ErasureReceipts() {
  const erasures = useErasures();
  const listed = erasures.data?.erasures ?? [];
  if (erasures.error) return <ErrorState error={erasures.error} retry={() => void erasures.refetch()} />;
  if (listed.length === 0) return null;
  return (
    <Section
      title="Who was erased"
      beside={listed.length}
      link={
        <a href={addressOf(exportErasedList, {})} download>
          Save the list for restored backups
        </a>
      }
    >
      <ul className="row-list">
        {listed.map((one) => (
          <li key={one.id}>
            <span>
              <b>
                {names[one.kind]} no. {one.id}
              </b>{' '}
              {one.state === 'done' ? countsOf(one) : 'being erased'}
              <br />
              <span className="caption">
                asked by {one.askedBy} on {dayAndTimeWords(one.askedAt)}
                {one.doneAt === null ? '' : `, done on ${dayAndTimeWords(one.doneAt)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const names = { customer: 'Customer', agent: 'Agent who left', replay: 'People in a restored backup' } as const;

/** What the work counts, as it is said; a count of nothing is left out. */
const said: Readonly<Record<string, string>> = {
  conversations: 'deleted conversations',
  messages: 'messages in these',
  messagesElsewhere: 'deleted messages in conversations of others',
  renamed: 'replaced names',
  accounts: 'emptied accounts',
  texts: 'texts with covered names',
  kept: 'sealed words forgotten',
};

const countsOf = ({ counts }: ErasureReceipt): string =>
  Object.entries(said)
    .filter(([name]) => (counts[name] ?? 0) > 0)
    .map(([name, words]) => `${words}: ${counts[name]?.toLocaleString()}`)
    .join(', ');
