/** The mail that carries an invitation to the very address an administrator typed for it. */
import type { mailResults } from '@rapport/contract';
import type { RapportLog } from '../open-rapport.ts';
import { MailTrouble } from './mail-trouble.ts';
import type { MailDoors, OutgoingMail } from './open-mail.ts';

/** Who invites stands by name; no other word of anybody is in it. */
export function writeInvitation(o: { to: string; link: string; by: string; days: number }): OutgoingMail {
  const text = [
    `${o.by} invites you to Rapport, where your team looks after the quality of its service.`,
    `Open this link to make your account. It works once, for ${o.days} days:`,
    o.link,
    'If you expected no invitation, leave it: without the link nothing happens.',
  ];
  return { to: o.to, subject: 'Rapport: you are invited', text: `${text.join('\n\n')}\n` };
}

/** Whatever becomes of the mail, the link is made: a failure is told, and the link can be handed over by hand. */
export async function mailInvitation(
  { mail, log }: { mail: MailDoors; log: Pick<RapportLog, 'warn'> },
  workspace: number,
  invitation: Parameters<typeof writeInvitation>[0],
): Promise<(typeof mailResults)[number]> {
  const door = await mail.of(workspace);
  if (door === null) return 'not-set-up';
  try {
    await door.send(writeInvitation(invitation));
    return 'sent';
  } catch (error) {
    if (!(error instanceof MailTrouble)) throw error;
    log.warn({ workspace, trouble: error.kind }, 'an invitation could not be mailed; its link is shown instead');
    return 'failed';
  }
}
