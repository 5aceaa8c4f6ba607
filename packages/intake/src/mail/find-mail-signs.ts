/**
 * The signs by which the header of a mail tells a machine or a mailing from a person (RFC 3834, 2919, 3464). A team that
 * shares its mailbox through a list of its own gets every customer's mail with the marks of that list, so those count for
 * nothing.
 */
import type { MessageSign } from '@rapport/contract';
import { type HeaderFields, parseFieldValue } from './header-fields.ts';

interface SignFacts {
  from: { address: string };
  to: readonly string[];
  subject: string;
}

/** Signs that make the author a machine; a customer's forwarded or suspected mail stays the customer's. */
const machineSigns: readonly MessageSign[] = ['list', 'bulk', 'auto-reply', 'auto-generated', 'bounce'];

export const isByMachine = (signs: readonly MessageSign[]): boolean =>
  signs.some((sign) => machineSigns.includes(sign));

export function findMailSigns(headers: HeaderFields, facts: SignFacts): MessageSign[] {
  const signs = new Set<MessageSign>();
  const submitted = headers.get('auto-submitted').toLowerCase();
  const precedence = headers.get('precedence').toLowerCase();
  if (/^auto-replied\b/.test(submitted)) signs.add('auto-reply');
  else if (submitted !== '' && !/^no\b/.test(submitted)) signs.add('auto-generated');
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply'].some(isSaid) || precedence === 'auto_reply') {
    signs.add('auto-reply');
  }
  if (autoReplySubject.test(facts.subject)) signs.add('auto-reply');
  if (isBounce(headers, facts.from.address)) signs.add('bounce');
  else if (headers.get('return-path') === '<>' && !signs.has('auto-reply')) signs.add('auto-generated');
  if (!isOwnList(headers, facts)) {
    if (headers.has('list-id') || precedence === 'list') signs.add('list');
    if (
      precedence === 'bulk' ||
      precedence === 'junk' ||
      (headers.has('list-unsubscribe') && !headers.has('in-reply-to'))
    ) {
      signs.add('bulk');
    }
  }
  if (/^yes/i.test(headers.get('x-spam-flag')) || /^yes/i.test(headers.get('x-spam-status'))) signs.add('spam');
  if (forwardSubject.test(facts.subject)) signs.add('forward');
  return [...signs];

  function isSaid(name: string): boolean {
    return headers.has(name) && !/^(?:no|false|0)\b/i.test(headers.get(name));
  }
}

const autoReplySubject =
  /^(?:out of (?:the )?office|automatic reply|auto(?:matic)? ?-?response|auto-?reply|abwesenheitsnotiz|abwesend|automatische antwort|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina|risposta automatica|automatisch antwoord|resposta automática)\b/i;
const forwardSubject = /^(?:re\s?:\s*)?(?:fwd?|wg|tr|rv|i|enc|doorst|vs)\s?:/i;

function isBounce(headers: HeaderFields, from: string): boolean {
  const type = parseFieldValue(headers.get('content-type'));
  if (type.value === 'multipart/report')
    return type.parameters.get('report-type')?.toLowerCase() !== 'disposition-notification';
  return (
    headers.has('x-failed-recipients') ||
    (/^(?:mailer-daemon|postmaster)@/.test(from) && headers.get('return-path') === '<>')
  );
}

/** The list's own address is the one that the mail was written to. */
function isOwnList(headers: HeaderFields, { to, from }: SignFacts): boolean {
  const post = /mailto:([^?>\s]{3,320})/i.exec(headers.get('list-post'))?.[1]?.toLowerCase() ?? '';
  const name = /<([^<>\s]{1,320})>/.exec(headers.get('list-id'))?.[1]?.toLowerCase() ?? '';
  const fromDomain = from.address.split('@').at(-1) ?? '';
  const isWrittenTo = to.some((address) => address === post || address.replace('@', '.') === name);
  return isWrittenTo && fromDomain !== '' && !name.endsWith(fromDomain);
}
