/** What the header of a mail says: who wrote to whom, when, in answer to what, and whether a machine did. */
import type { MessageSign } from '@rapport/contract';
import { addressParser } from 'postal-mime';
import { findMailSigns } from './find-mail-signs.ts';
import { type HeaderFields, readableField } from './header-fields.ts';

export interface MailAddress {
  name: string;
  /** Lower case. */
  address: string;
}

export interface MailFacts {
  /** Without its angle brackets; '' where the mail has none. */
  messageId: string;
  inReplyTo: string;
  references: string[];
  /** As written, from the sender's clock; the arrival instead where the two lie more than a day apart. */
  date: string;
  from: MailAddress;
  /** Who sends for the author, where the mail says so. */
  sender: string;
  /** To and Cc. */
  to: string[];
  /** The mailbox it lay in, where the mail says so. */
  deliveredTo: string;
  subject: string;
  signs: MessageSign[];
}

const mostAddresses = 100;
const mostReferences = 200;

export function readMailFacts(headers: HeaderFields): MailFacts {
  const to = [...addressesIn(headers.get('to')), ...addressesIn(headers.get('cc'))].map(({ address }) => address);
  const from = addressesIn(headers.get('from'))[0] ?? { name: readableField(headers.get('from')), address: '' };
  const facts = {
    messageId: idsIn(headers.get('message-id'))[0] ?? '',
    inReplyTo: idsIn(headers.get('in-reply-to'))[0] ?? '',
    references: idsIn(headers.get('references')),
    date: chooseDate(headers),
    from,
    sender: addressesIn(headers.get('sender'))[0]?.address ?? '',
    to,
    deliveredTo: (addressesIn(headers.get('delivered-to') || headers.get('x-original-to'))[0]?.address ?? '').slice(
      0,
      320,
    ),
    subject: readableField(headers.get('subject')),
  };
  return { ...facts, signs: findMailSigns(headers, facts) };
}

export function addressesIn(field: string): MailAddress[] {
  if (field === '') return [];
  return addressParser(field.slice(0, 20_000), { flatten: true })
    .slice(0, mostAddresses)
    .flatMap((one) =>
      one.address ? [{ name: readableField(one.name ?? '').trim(), address: one.address.toLowerCase() }] : [],
    );
}

const idsIn = (field: string): string[] =>
  [...field.slice(0, 50_000).matchAll(/<([^<>\s]{1,500})>/g)].slice(0, mostReferences).map((found) => found[1] ?? '');

const dayMilliseconds = 86_400_000;

/** A sender's clock may stand years off; the receiving server's is the better one then. */
function chooseDate(headers: HeaderFields): string {
  const written = headers.get('date');
  const received = headers.get('received').split(';').at(-1)?.trim() ?? '';
  const [sent, arrived] = [Date.parse(written), Date.parse(received.replace(/\([^)]{0,60}\)/g, ''))];
  if (Number.isNaN(arrived)) return written;
  return Number.isNaN(sent) || Math.abs(sent - arrived) > dayMilliseconds ? received : written;
}
