/** Which of the conversations to be scored are no service. Only mail is judged: nobody sends a newsletter into a chat. */
import { judgeService, type NotService } from '@rapport/intake';
import type { StoredConversation } from '../store/load-conversations.ts';
import { listKeptAddresses, saveJudgedService } from '../store/not-service.ts';
import type { Db } from '../store/open-store.ts';
import { loadOwnDomains } from '../store/own-domains.ts';
import { loadPseudonymKey } from '../store/save-batch.ts';
import { makeName } from './mask-fragment.ts';

/** Domain of every address that is none of the team's; the real one is not stored. */
const elsewhere = 'elsewhere.invalid';

/** Saves what it finds. @returns kinds by conversation id, of those that are no service, as judged now or said by a person */
export async function judgeStored(
  db: Db,
  workspace: number,
  stored: readonly StoredConversation[],
): Promise<Map<number, NotService['kind']>> {
  const said = stored.flatMap(
    ({ id, row }) =>
      row.service_said && row.not_service !== null ? [[id, row.not_service as NotService['kind']] as const] : [], // held to the list by the table
  );
  const mails = stored.filter(({ row }) => row.channel === 'email' && !row.service_said);
  if (mails.length === 0) return new Map(said);
  const ownDomains = await loadOwnDomains(db, workspace);
  const key = await loadPseudonymKey(db, workspace);
  const domainOf = new Map(ownDomains.map((domain) => [makeName(domain, key), domain]));
  const kept = await listKeptAddresses(
    db,
    workspace,
    mails.flatMap(({ authorIds }) => authorIds),
  );
  const judged = mails.map((one) => {
    const messages = one.conversation.messages.map((message, index) => {
      const [word, domain] = kept.get(one.authorIds[index] ?? 0)?.split('@') ?? [];
      if (domain === undefined) return message;
      return { ...message, authorEmail: `${word}@${domainOf.get(domain) ?? elsewhere}` };
    });
    const found = judgeService({ subject: one.conversation.subject, messages }, { ownDomains });
    return { id: one.id, kind: found?.kind ?? null, why: found?.why ?? null };
  });
  await saveJudgedService(db, workspace, judged);
  return new Map([...said, ...judged.flatMap(({ id, kind }) => (kind === null ? [] : [[id, kind] as const]))]);
}
