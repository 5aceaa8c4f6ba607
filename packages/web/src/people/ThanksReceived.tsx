/** Thanks a person received: customers' own words, and what colleagues quoted. Quoted, never counted up or ranked. */
import type { PersonPage } from '@rapport/contract';
import { Section } from '../design/Section.tsx';
import { KudosRow, ThanksRow } from './ThanksRow.tsx';

export function ThanksReceived({ page }: { page: PersonPage }) {
  const { thanks, thanksTotal, kudos } = page;
  return (
    <Section
      title={page.own ? 'Thanks you received' : 'Thanks received'}
      link={thanksTotal > thanks.length ? `the newest ${thanks.length} of ${thanksTotal}` : undefined}
    >
      {thanks.length + kudos.length === 0 ? (
        <p className="second">
          None yet that name what was done. Customers’ thanks appear here in their own words, and so do those of
          colleagues.
        </p>
      ) : null}
      <ul className="thanks-list">
        {kudos.map((one) => (
          <KudosRow key={`kudos ${one.id}`} kudos={one} to={false} />
        ))}
        {thanks.map((one) => (
          <ThanksRow key={`${one.conversationId} ${one.messageId} ${one.quote}`} thanks={one} to={false} />
        ))}
      </ul>
    </Section>
  );
}
