/**
 * Which threads of a mailbox are no service: newsletters, bounces, alerts, invoices, suppliers, spam, and staff among
 * themselves. Such a thread is proposed, kept and left unscored; a person confirms. Where a customer wrote and a person of
 * the team answered it is service: leaving out a real exchange would be the worse error.
 */
import type { Conversation, Message, MessageSign, NotServiceKind } from '@rapport/contract';

export interface NotService {
  kind: NotServiceKind;
  /** One plain sentence, to be shown beside the thread. */
  why: string;
}

export interface JudgeOptions {
  /** Domains of the team's own addresses, lower case. */
  ownDomains: readonly string[];
}

type Looked = Pick<Conversation, 'subject' | 'messages'>;

/** Null for service, and for everything that is not plainly something else. */
export function judgeService({ subject, messages }: Looked, o: JudgeOptions): NotService | null {
  const shown = messages.filter(({ visibility, role }) => visibility === 'public' && role !== 'system');
  const [first] = shown;
  if (!first) return null;
  const people = shown.filter(({ role }) => role !== 'bot');
  const customers = people.filter((one) => one.role === 'customer' && !isOwn(one, o));
  const agents = people.filter((one) => one.role === 'agent' || isOwn(one, o));
  if (customers.length === 0 && shown.some(has('bounce'))) {
    return { kind: 'bounce', why: 'A mail server says that a mail could not be delivered.' };
  }
  if (people.length > 0 && people.every((one) => isOwn(one, o)) && new Set(people.map(nameOf)).size > 1) {
    return { kind: 'staff', why: 'Everybody who writes in it has an address of your own.' };
  }
  const isAnswered = agents.length > 0;
  const matter = matterOf(subject, first);
  const sender = (first.authorEmail ?? '').split('@')[0] ?? '';
  if (!isAnswered || first.role === 'bot') {
    if (customers.length === 0 && isAlert(subject, sender)) {
      return { kind: 'alert', why: 'A machine reports on itself, by its subject and sender.' };
    }
    if (isInvoice(subject, first.text, sender)) {
      return { kind: 'invoice', why: 'Somebody sends an invoice or reminds of one.' };
    }
    if (customers.length === 0 && (has('list')(first) || has('bulk')(first))) {
      return { kind: 'newsletter', why: 'It was sent to a list, by its headers, and nobody answered it.' };
    }
    if (has('spam')(first)) return { kind: 'spam', why: 'The mail server marked it as spam, and nobody answered it.' };
    if (pitch.filter((words) => words.test(matter)).length >= 2) {
      return { kind: 'spam', why: 'It offers you a service nobody asked for, and nobody answered it.' };
    }
  }
  if (customers.length === 0 && agents.length === 0) {
    return { kind: 'auto-mail', why: 'Only machines write in it.' };
  }
  if (first.role === 'agent' && purchase.some((words) => words.test(matter))) {
    return { kind: 'supplier', why: 'Your side wrote first, to order or to ask for an offer.' };
  }
  if (customers.length > 0 && isInvoice(subject, first.text, sender) && has('auto-generated')(first)) {
    return { kind: 'invoice', why: 'A machine sends an invoice.' };
  }
  return null;
}

const has =
  (sign: MessageSign) =>
  ({ signs }: Message): boolean =>
    signs?.includes(sign) ?? false;

const isOwn = ({ authorEmail }: Message, { ownDomains }: JudgeOptions): boolean =>
  authorEmail !== undefined && ownDomains.includes(authorEmail.split('@').at(-1)?.toLowerCase() ?? '');

const nameOf = ({ authorId, author }: Message): string => authorId ?? author;

const matterOf = (subject: string, first: Message): string => `${subject}\n${first.text.slice(0, 3000)}`;

const alertSender =
  /^(?:alerts?|monitor(?:ing)?|nagios|zabbix|grafana|prometheus|sentry|jenkins|gitlab|github|ci|cron|root|backup|status|uptime|no-?reply|notifications?)$/i;
const alertSubject =
  /^\W{0,3}(?:alert|alarm|warning|critical|resolved|firing|problem|recovery|incident|cron)\b|\b(?:build|pipeline|job|backup|deploy(?:ment)?|certificate|disk|server|host|service) (?:[\w.-]+ )?(?:is |has |was )?(?:failed|failing|down|up|full|succeeded|completed|expir(?:es|ed|ing)|unreachable|recovered)\b/i;

const isAlert = (subject: string, sender: string): boolean =>
  alertSubject.test(subject) && (alertSender.test(sender) || sender === '');

const invoiceSender =
  /^(?:invoices?|billing|accounts?|accounting|ar|accounts?[._-]?receivable|rechnung(?:en)?|buchhaltung|facturation|facturas?)(?:[._+-].*)?$/i;
const invoiceSubject =
  /\b(?:invoice|rechnung|facture|factura|fattura|statement of account|payment reminder|zahlungserinnerung|mahnung|remittance advice)\b/i;
const invoiceText =
  /\b(?:please find (?:attached |enclosed )?(?:our|your|the) (?:attached )?(?:invoice|statement)|attached (?:is|please find) (?:our|your|the) invoice|payment is due|(?:invoice|amount) (?:total|due)|due date:|anbei (?:erhalten sie|finden sie|die) .{0,40}rechnung|veuillez trouver .{0,30}facture)\b/i;

/**
 * The word before the @ where it names a machine or an office, such as "noreply" or "billing"; '' where it may name
 * somebody. Enough to judge by when the address itself may not be kept.
 */
export function officeWord(address: string): string {
  const local = address.split('@')[0]?.toLowerCase() ?? '';
  if (alertSender.test(local)) return local;
  return invoiceSender.test(local) ? (/^[a-z]+/.exec(local)?.[0] ?? '') : '';
}

/** A customer who asks where an invoice is sends none: the sender or the wording must be that of a bill. */
const isInvoice = (subject: string, text: string, sender: string): boolean =>
  invoiceSubject.test(subject) && (invoiceSender.test(sender) || invoiceText.test(text.slice(0, 3000)));

const purchase: readonly RegExp[] = [
  /\b(?:purchase order|our (?:p\.?o\.?|order) (?:no\.?|number|#)|request for (?:a )?quot(?:e|ation)|please (?:send|let) us (?:have )?(?:a|your) (?:quote|quotation|offer|price list)|we would like to order|delivery note)\b/i,
  /\b(?:bestellung nr|wir bestellen|bitte um (?:ein |ihr )?angebot|bon de commande|demande de devis|orden de compra)\b/i,
];

const pitch: readonly RegExp[] = [
  /\b(?:i (?:came across|found|visited|was looking at) your (?:website|site|company|store)|i hope this (?:e-?mail )?finds you well)\b/i,
  /\b(?:seo|backlinks?|guest posts?|first page of google|domain authority|link building|lead generation|web ?site redesign|outsourc(?:e|ing)|b2b (?:leads|list|contacts)|crypto|loan offer)\b/i,
  /\b(?:(?:quick|short|brief|15[- ]min(?:ute)?) (?:call|chat)|our (?:services|agency|team of experts)|increase your (?:sales|traffic|revenue)|special (?:price|offer) for you|grow your business)\b/i,
];
