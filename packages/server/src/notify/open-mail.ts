/** The one way by which mail leaves: an SMTP server the administrator has named. Without one, nothing is sent. */
import { RapportError } from '@rapport/contract';
import { createTransport } from 'nodemailer';
import type { Environment } from '../serve-settings.ts';

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
}

export interface MailDoor {
  send(mail: OutgoingMail): Promise<void>;
  /** Where links in mails lead; null: they say which page to open. */
  publicUrl: string | null;
}

const silenceMilliseconds = 6_000;

/** @throws RapportError `bad-request` when a setting is unclear */
export function openMail(environment: Environment): MailDoor | null {
  const url = environment.RAPPORT_SMTP_URL?.trim();
  const from = environment.RAPPORT_MAIL_FROM?.trim();
  if (!url && !from) return null;
  if (!url || !/^smtps?:\/\/[^\s]+$/.test(url) || !URL.canParse(url)) {
    throw refuse('RAPPORT_SMTP_URL', 'an address such as smtps://user:password@mail.example.org:465');
  }
  if (!from || !/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(from)) {
    throw refuse('RAPPORT_MAIL_FROM', 'the address mails come from, such as Rapport <rapport@example.org>');
  }
  const transport = createTransport({
    ...{ url, disableFileAccess: true, disableUrlAccess: true },
    ...{
      connectionTimeout: silenceMilliseconds,
      greetingTimeout: silenceMilliseconds,
      socketTimeout: silenceMilliseconds,
    },
  });
  return {
    publicUrl: environment.PUBLIC_URL?.trim() || null,
    send: async ({ to, subject, text }) => {
      // An address list or a header hidden in an address must not become a second reader.
      if (/[\s,;<>]/.test(to)) throw new Error('an address holds more than one address');
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
    },
  };
}

const refuse = (name: string, wanted: string): RapportError =>
  new RapportError('bad-request', {
    what: `The setting ${name} is missing or unclear.`,
    why: 'Mail needs both RAPPORT_SMTP_URL and RAPPORT_MAIL_FROM.',
    wayOut: `Set it to ${wanted}, or leave both out.`,
  });
