/** The newest contacts in person and by phone on somebody's page. Nothing where there are none. */
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';
import { ContactRow } from './ContactRow.tsx';
import { usePersonContacts } from './use-contacts.ts';
import './ContactsPage.css';

export function PersonContacts({ authorId, own }: { authorId: string; own: boolean }) {
  const contacts = usePersonContacts(authorId).data?.contacts ?? [];
  if (contacts.length === 0) return null;
  return (
    <Section
      title="In person and by phone"
      beside="written down by hand, never scored"
      link={own ? <Link to="/contacts">Log a contact</Link> : undefined}
    >
      <ul className="contacts">
        {contacts.map((one) => (
          <ContactRow key={one.id} contact={one} />
        ))}
      </ul>
    </Section>
  );
}
