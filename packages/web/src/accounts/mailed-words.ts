/** What became of an invitation's mail, and so what is left to do with its link. */
import type { mailResults } from '@rapport/contract';

export type MailResult = (typeof mailResults)[number];

export function mailedWords({ email, mail }: { email: string; mail: MailResult }): string {
  if (mail === 'sent')
    return `The invitation was mailed to ${email}. Should it not arrive, hand this link over yourself:`;
  const byHand = 'Send this link yourself; it works once, for seven days, and is not shown again.';
  return mail === 'failed' ? `The mail to ${email} could not be sent. ${byHand}` : byHand;
}
