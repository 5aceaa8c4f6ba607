/** The mail server by which members are told and invited: what a page shows and asks for. The password is never shown. */
import { z } from 'zod';
import { emailAddress } from './account.ts';

export const mailTls = ['tls', 'starttls', 'none'] as const;

const mailServer = z.object({
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .regex(/^[a-z0-9.:-]+$/i, 'A host holds letters, digits, dots and hyphens'),
  port: z.int().min(1).max(65535),
  tls: z.enum(mailTls).describe('none only for a host named in RAPPORT_PRIVATE_HOSTS'),
  user: z.string().trim().max(320).describe('Empty: the server asks for no sign-in'),
  from: emailAddress.describe('The address mails come from'),
});

export const mailSettings = mailServer.extend({ hasPassword: z.boolean() });
export type MailSettings = z.infer<typeof mailSettings>;

export const mailSettingsDraft = mailServer.extend({
  password: z
    .string()
    .max(500)
    .optional()
    .describe('Left out: the stored one stays, as long as host and user are the same'),
});
export type MailSettingsDraft = z.infer<typeof mailSettingsDraft>;

/** `environment`: variables that win over what the page holds. */
export const mailSetBy = ['environment', 'page', 'nobody'] as const;

/** What became of a mail that was to go out with an answer. */
export const mailResults = ['sent', 'not-set-up', 'failed'] as const;
