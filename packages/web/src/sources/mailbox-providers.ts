/** Where a mailbox can lie, and what an administrator has to do there first. */
import type { MailboxDraft } from '@rapport/contract';

export interface MailboxProvider {
  id: string;
  name: string;
  signIn: 'password' | 'oauth';
  host: string;
  port: number;
  tls: MailboxDraft['tls'];
  tokenUrl: string;
  scope: string;
  /** In the order in which they are done. */
  steps: readonly string[];
  /** Commands that go with the steps. */
  commands?: readonly string[];
}

const imaps = { port: 993, tls: 'tls', tokenUrl: '', scope: '' } as const;

export const mailboxProviders: readonly MailboxProvider[] = [
  {
    ...{ id: 'microsoft', name: 'Microsoft 365', signIn: 'oauth', ...imaps, host: 'outlook.office365.com' },
    tokenUrl: 'https://login.microsoftonline.com/TENANT/oauth2/v2.0/token',
    scope: 'https://outlook.office365.com/IMAP.AccessAsUser.All offline_access',
    steps: [
      'Microsoft takes no passwords for IMAP any more, so Rapport gets a permission of its own.',
      'Entra admin center, App registrations, New registration: name it Rapport, for this directory only. Note the Application (client) ID and the Directory (tenant) ID.',
      'In the app: Authentication, “Allow public client flows”: Yes. API permissions, Add, Microsoft Graph, Delegated: IMAP.AccessAsUser.All and offline_access; then Grant admin consent.',
      'Exchange admin center, the mailbox, Email apps: IMAP is on.',
      'Run the first command below with both ids. It answers with a short code: open microsoft.com/devicelogin, enter the code and sign in as the mailbox.',
      'Run the second command with the device_code of the first answer. Its refresh_token goes into the field here; the client secret stays empty. Put your tenant ID in place of TENANT in the token address.',
    ],
    commands: [
      'curl https://login.microsoftonline.com/TENANT/oauth2/v2.0/devicecode -d client_id=CLIENT -d scope="https://outlook.office365.com/IMAP.AccessAsUser.All offline_access"',
      'curl https://login.microsoftonline.com/TENANT/oauth2/v2.0/token -d grant_type=urn:ietf:params:oauth:grant-type:device_code -d client_id=CLIENT -d device_code=CODE',
    ],
  },
  {
    ...{ id: 'google-password', name: 'Gmail or Google Workspace, with an app password', signIn: 'password' },
    ...{ ...imaps, host: 'imap.gmail.com' },
    steps: [
      'Sign in to Google as the mailbox itself, open myaccount.google.com, Security, and switch on 2-Step Verification.',
      'Open myaccount.google.com/apppasswords, make one called Rapport, and copy its sixteen letters into the field here.',
      'In Google Workspace, IMAP must be allowed: Admin console, Apps, Google Workspace, Gmail, End User Access.',
    ],
  },
  {
    ...{ id: 'google', name: 'Google Workspace, with a permission (OAuth)', signIn: 'oauth', ...imaps },
    ...{ host: 'imap.gmail.com', tokenUrl: 'https://oauth2.googleapis.com/token', scope: 'https://mail.google.com/' },
    steps: [
      'console.cloud.google.com: make a project and switch on the Gmail API in it.',
      'OAuth consent screen: user type Internal. (With External in testing, Google ends the permission after seven days.)',
      'Credentials, Create, OAuth client ID, Web application, with the redirect address https://developers.google.com/oauthplayground. Note client ID and client secret.',
      'Open developers.google.com/oauthplayground, the wheel at the right: Use your own OAuth credentials. Enter the scope https://mail.google.com/, authorise as the mailbox, exchange the code, and copy the refresh token.',
    ],
  },
  {
    ...{ id: 'other', name: 'Another mail server', signIn: 'password', ...imaps, host: '' },
    steps: [
      'Any server that speaks IMAP. Make a password for Rapport alone if yours offers app passwords.',
      'A server on your own network has to be named in RAPPORT_PRIVATE_HOSTS when Rapport is started.',
    ],
  },
];

/** By what is stored of a mailbox. */
export const providerOf = ({ host, signIn }: { host: string; signIn: string }): MailboxProvider =>
  mailboxProviders.find((one) => one.host === host && one.signIn === signIn) ??
  mailboxProviders.find(({ id }) => id === (signIn === 'oauth' ? 'microsoft' : 'other')) ??
  (mailboxProviders[0] as MailboxProvider); // the list above is not empty
