/** Whose mailbox it is: the addresses that many different people write to, or that write to many. */
import type { MailFacts } from './read-mail-facts.ts';

export interface MailboxCensus {
  add(mail: MailFacts): void;
  result(): OwnAddresses;
}

export interface OwnAddresses {
  /** Most frequent first; empty where the mails do not tell. */
  addresses: string[];
  isOwn(address: string): boolean;
  /** Whether people of several names write from it, or its name is that of a mailbox. */
  isShared(address: string): boolean;
}

interface Seen {
  mails: number;
  partners: number;
  lastPartner: string;
  names: Set<string>;
  deliveries: number;
}

/** Beyond so many addresses the rare ones are forgotten: a mailbox's own address is not among them. */
const mostAddresses = 50_000;
const fewestPartners = 3;
const leastShare = 0.3;

const freeMail =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|freenet|orange|wanadoo|free|laposte|libero|mail|proton|protonmail|yandex|qq|163|126)\.[a-z.]{2,6}$/;
/** A domain under which anybody has an address. */
export const isFreeMail = (domain: string): boolean => freeMail.test(domain);

const sharedLocalPart =
  /^(?:support|help|helpdesk|service|services|customer[._-]?(?:service|care|support)|care|info|team|hello|hi|contact|office|sales|orders?|billing|accounts?|admin|returns?|shop|mail|enquiries|inquiries|feedback|kundenservice|kundendienst|kontakt|hallo|bestellung|service-?client|contacto|atencion|ayuda|soporte|info[._-].*|support[._-].*|.*[._-]support)$/;

/** Whether its name is that of a mailbox, such as support@. */
export const isSharedAddress = (address: string): boolean => sharedLocalPart.test(address.split('@')[0] ?? '');

export function createMailboxCensus(): MailboxCensus {
  const seen = new Map<string, Seen>();
  let mails = 0;
  let nextForgetting = 0;
  /** Once in so many mails, for it looks at all addresses. */
  const forget = (): void => {
    if (mails < nextForgetting) return;
    nextForgetting = mails + mostAddresses;
    const enough = (mails * leastShare) / 100;
    for (const [address, one] of seen) if (one.mails < enough) seen.delete(address);
  };
  const see = (address: string, partner: string, name: string): void => {
    if (address === '') return;
    let one = seen.get(address);
    if (!one) {
      if (seen.size >= mostAddresses) forget();
      if (seen.size >= mostAddresses) return;
      one = { mails: 0, partners: 0, lastPartner: '', names: new Set(), deliveries: 0 };
      seen.set(address, one);
    }
    one.mails += 1;
    if (partner !== '' && partner !== one.lastPartner) {
      one.partners += 1;
      one.lastPartner = partner;
    }
    if (name !== '' && one.names.size < 5) one.names.add(name);
  };
  return {
    add(mail) {
      if (mail.signs.includes('spam')) return;
      mails += 1;
      see(mail.from.address, mail.to[0] ?? '', mail.from.name);
      for (const address of mail.to) if (address !== mail.from.address) see(address, mail.from.address, '');
      const holder = seen.get(mail.deliveredTo);
      if (holder) holder.deliveries += 1;
    },
    result() {
      const own = [...seen]
        .filter(([, one]) => one.partners >= fewestPartners)
        .filter(([, one]) => one.mails >= mails * leastShare || one.deliveries >= mails * leastShare)
        .sort((a, b) => b[1].mails - a[1].mails);
      const addresses = own.map(([address]) => address).slice(0, 20);
      const domains = new Set(
        addresses
          .map((address) => address.split('@').at(-1) ?? '')
          .filter((domain) => domain !== '' && !freeMail.test(domain)),
      );
      return {
        addresses,
        isOwn: (address) => addresses.includes(address) || domains.has(address.split('@').at(-1) ?? ''),
        isShared: (address) => isSharedAddress(address) || (seen.get(address)?.names.size ?? 0) >= 2,
      };
    },
  };
}
