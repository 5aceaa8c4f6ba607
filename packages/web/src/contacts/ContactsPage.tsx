/** Contacts in person and by phone: written down here, never scored. */
import { type Contact, whyNeverScored } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { useToast } from '../design/Toast.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AskDialog } from '../sources/AskDialog.tsx';
import { ContactForm } from './ContactForm.tsx';
import { ContactRow } from './ContactRow.tsx';
import { PromiseButton } from './PromiseButton.tsx';
import { useContacts, useRemoveContact } from './use-contacts.ts';
import './ContactsPage.css';

const usualCurrency = 'EUR';

export function ContactsPage() {
  usePageTitle('Log a contact');
  const query = useContacts();
  const contacts = query.data?.pages.flatMap((page) => page.contacts) ?? [];
  const [changing, setChanging] = useState<Contact | null>(null);
  const [removing, setRemoving] = useState<Contact | null>(null);
  const remove = useRemoveContact();
  const toast = useToast();
  const currency = contacts.find(({ goodwill }) => goodwill !== null)?.goodwill?.currency ?? usualCurrency;
  return (
    <>
      <TopStrip where={<b>Log a contact</b>} />
      <h1>
        Write down <span className="marker">what was said and agreed</span>, in half a minute.
      </h1>
      <p className="second contact-lead">
        For what happened in person or by phone. Its promise and goodwill stand in the same lists as all others. It is
        never scored: {whyNeverScored.charAt(0).toLowerCase() + whyNeverScored.slice(1)}
      </p>
      {/* A form of its own for every contact, so that no half-written word crosses over. */}
      <ContactForm
        key={changing?.id ?? 'new'}
        contact={changing}
        currency={currency}
        onDone={() => setChanging(null)}
      />
      <Section title="Yours so far" className="contact-list">
        {query.isPending ? <LoadingState>Fetching your contacts.</LoadingState> : null}
        {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
        {query.data && contacts.length === 0 ? (
          <EmptyState title="Nothing is written down yet.">
            The first one appears here, in the list of conversations and on your page.
          </EmptyState>
        ) : null}
        <ul className="contacts">
          {contacts.map((one) => (
            <ContactRow key={one.id} contact={one}>
              <div className="contact-buttons">
                {one.promise === null ? null : (
                  <PromiseButton contactId={one.id} isKept={one.promiseKept} what={one.promise.what} />
                )}
                <Button size="small" onClick={() => setChanging(one)} aria-label={`Change ${one.topic}`}>
                  Change
                </Button>
                <Button
                  size="small"
                  kind="quiet"
                  onClick={() => setRemoving(one)}
                  aria-label={`Take away ${one.topic}`}
                >
                  Take away
                </Button>
              </div>
            </ContactRow>
          ))}
        </ul>
        {query.hasNextPage ? <Button onClick={() => void query.fetchNextPage()}>Show older ones</Button> : null}
        {remove.error ? <ErrorState error={remove.error} /> : null}
      </Section>
      {removing === null ? null : (
        <AskDialog
          title="Take this contact away?"
          verb="Take it away"
          isDanger
          onClose={() => setRemoving(null)}
          onYes={() => {
            remove.mutate(removing.id, { onSuccess: () => toast({ text: 'Taken away.' }) });
            if (changing?.id === removing.id) setChanging(null);
            setRemoving(null);
          }}
        >
          “{removing.topic}” goes with its promise and its goodwill, for everybody. It cannot be brought back.
        </AskDialog>
      )}
    </>
  );
}
