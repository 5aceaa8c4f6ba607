import {
  changeMailbox,
  createMailbox,
  listMailboxes,
  listMailboxProblems,
  type Mailbox,
  pauseMailbox,
  RapportError,
  removeMailbox,
  rereadMailbox,
  resumeMailbox,
  tryMailbox,
} from '@rapport/contract';
import { lowerCase, prepareChange, tryMailbox as tryToRead } from '../mailbox/mailbox-actions.ts';
import { mailboxPurpose } from '../mailbox/mailbox-secret.ts';
import { readMailbox } from '../mailbox/read-mailbox.ts';
import { sealSecret } from '../secrets/seal-secret.ts';
import { type AuditNote, writeAudit } from '../store/audit.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { listMailboxProblemRows } from '../store/mailbox-problems.ts';
import {
  changeMailboxRow,
  deleteMailbox,
  describeMailbox,
  insertMailbox,
  listMailboxRows,
  loadMailbox,
  type MailboxRowChange,
  type StoredMailbox,
} from '../store/mailboxes.ts';
import type { Db } from '../store/open-store.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

export function serveMailboxes(api: Api, parts: Pick<AppParts, 'store' | 'jobs' | 'outside'>): void {
  serve(api, listMailboxes, (_, { workspace }) =>
    inWorkspace(parts.store, workspace, async (db) => {
      const mailboxes: Mailbox[] = [];
      for (const one of await listMailboxRows(db, workspace)) mailboxes.push(await describeMailbox(db, workspace, one));
      return { mailboxes };
    }),
  );

  serve(api, tryMailbox, async ({ body: { mailboxId, ...draft } }, person) => {
    const stored =
      mailboxId === undefined ? null : await ask(parts, person, (db, workspace) => find(db, workspace, mailboxId));
    return tryToRead(parts.outside, draft, stored);
  });

  serve(api, createMailbox, async ({ body }, person) => {
    const { secret, source = body.name, ownAddresses, ...rest } = body;
    const sealedSecret = sealSecret(await parts.outside.secretKey(), JSON.stringify(secret), mailboxPurpose(rest));
    return ask(parts, person, async (db, workspace) => {
      const given = {
        ...{ ...rest, source, signIn: secret.signIn, sealedSecret },
        ownAddresses: lowerCase(ownAddresses),
      };
      const mailboxId = await insertMailbox(db, workspace, given);
      if (mailboxId === null) throw sourceTaken(source);
      await parts.jobs.send(db, readMailbox, { workspaceId: workspace, mailboxId });
      const shown = await describeMailbox(db, workspace, await find(db, workspace, String(mailboxId)));
      await writeAudit(db, person, { what: 'source-connected', ...objectOf(mailboxId), detail: { host: shown.host } });
      return shown;
    });
  });

  const change = (
    id: string,
    person: Person,
    o: { what: AuditNote['what']; wish: MailboxRowChange; isRead: boolean },
  ): Promise<Mailbox> =>
    ask(parts, person, async (db, workspace) => {
      const mailboxId = (await find(db, workspace, id)).id;
      await changeMailboxRow(db, workspace, mailboxId, o.wish);
      if (o.isRead) await parts.jobs.send(db, readMailbox, { workspaceId: workspace, mailboxId });
      const shown = await describeMailbox(db, workspace, await find(db, workspace, id));
      await writeAudit(db, person, { what: o.what, ...objectOf(mailboxId), detail: { host: shown.host } });
      return shown;
    });

  serve(api, changeMailbox, async ({ params, body }, person) => {
    const stored = await ask(parts, person, (db, workspace) => find(db, workspace, params.mailboxId));
    const wish = await prepareChange(parts.outside, body, stored);
    return change(params.mailboxId, person, { what: 'source-changed', wish, isRead: stored.state !== 'paused' });
  });
  serve(api, pauseMailbox, ({ params }, person) =>
    change(params.mailboxId, person, { what: 'source-paused', wish: { state: 'paused', reason: null }, isRead: false }),
  );
  serve(api, resumeMailbox, ({ params }, person) => {
    const wish = { state: 'running' as const, reason: null, failures: 0, againInSeconds: 0 };
    return change(params.mailboxId, person, { what: 'source-resumed', wish, isRead: true });
  });
  serve(api, rereadMailbox, ({ params }, person) => {
    const wish = { reason: null, failures: 0, againInSeconds: 0, isFromBeginning: true };
    return change(params.mailboxId, person, { what: 'source-reread', wish, isRead: true });
  });
  serve(api, listMailboxProblems, ({ params, query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { id: mailboxId } = await find(db, workspace, params.mailboxId);
      return { problems: await listMailboxProblemRows(db, workspace, { mailboxId, code: query.code }) };
    }),
  );
  serve(api, removeMailbox, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const id = numberOf(params.mailboxId);
      if (!(await deleteMailbox(db, workspace, id))) throw noSuchMailbox();
      await writeAudit(db, person, { what: 'source-removed', ...objectOf(id) });
      return { removed: true };
    }),
  );
}

/** Told apart from the connections, which share the words of the log. */
const objectOf = (id: number) => ({ object: `mailbox ${id}` });

async function find(db: Db, workspace: number, id: string): Promise<StoredMailbox> {
  const found = await loadMailbox(db, workspace, numberOf(id));
  if (found === null) throw noSuchMailbox();
  return found;
}

const noSuchMailbox = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such mailbox.', wayOut: 'The list shows all there are.' });

const sourceTaken = (source: string): RapportError =>
  new RapportError('conflict', {
    what: `Another mailbox is called "${source}".`,
    why: 'Mails of two would be taken for mails of one.',
    wayOut: 'Choose another name.',
  });
