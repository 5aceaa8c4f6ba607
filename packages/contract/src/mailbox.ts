/** A mailbox that is read over IMAP: what it needs, how it stands. Nothing in it is ever changed. */
import { z } from 'zod';
import { connection } from './connection.ts';

export const mailboxStates = ['running', 'paused', 'failing'] as const;
export const mailboxTls = ['tls', 'starttls', 'none'] as const;

export const mailbox = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string().describe('Names the origin of its conversations'),
  host: z.string(),
  port: z.int(),
  tls: z.enum(mailboxTls),
  user: z.string(),
  signIn: z.enum(['password', 'oauth']),
  ownAddresses: z.array(z.string()).describe('Who writes from these is the team'),
  state: z.enum(mailboxStates),
  reason: z.object({ code: z.string(), what: z.string(), wayOut: z.string() }).nullable(),
  folders: z.array(z.object({ path: z.string(), role: z.enum(['inbox', 'sent']), mails: z.int() })),
  counts: connection.shape.counts.omit({ gone: true }),
  problems: connection.shape.problems,
  lastReadAt: z.iso.datetime().nullable().describe('When it last had everything'),
  createdAt: z.iso.datetime(),
});
export type Mailbox = z.infer<typeof mailbox>;

export const mailboxDraft = z.object({
  name: z.string().trim().min(1).max(80),
  source: z.string().trim().min(1).max(60).optional(),
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65535).default(993),
  tls: z.enum(mailboxTls).default('tls').describe('none only for a host named in RAPPORT_PRIVATE_HOSTS'),
  user: z.string().trim().min(1).max(320),
  ownAddresses: z.array(z.email().max(320)).min(1).max(50),
  secret: z.discriminatedUnion('signIn', [
    z.object({ signIn: z.literal('password'), password: z.string().min(1).max(500).describe('An app password') }),
    z.object({
      signIn: z.literal('oauth'),
      tokenUrl: z
        .url({ protocol: /^https?$/ })
        .describe(
          'Microsoft 365: https://login.microsoftonline.com/TENANT/oauth2/v2.0/token; Google: https://oauth2.googleapis.com/token',
        ),
      clientId: z.string().min(1).max(300),
      clientSecret: z.string().max(300).default(''),
      refreshToken: z.string().min(1).max(4000),
      scope: z.string().max(500).default(''),
    }),
  ]),
});
export type MailboxDraft = z.infer<typeof mailboxDraft>;

/** Without a secret the stored one stays, for the same host and user alone. */
export const mailboxChange = mailboxDraft
  .omit({ source: true })
  .extend({ secret: mailboxDraft.shape.secret.optional() });
export type MailboxChange = z.infer<typeof mailboxChange>;

export const mailboxTrial = z.object({
  works: z.boolean(),
  folders: z.array(
    z.object({ path: z.string(), role: z.enum(['inbox', 'sent']), mails: z.int().describe('In it now') }),
  ),
  reason: mailbox.shape.reason,
});
export type MailboxTrial = z.infer<typeof mailboxTrial>;
