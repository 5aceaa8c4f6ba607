import {
  createMailbox,
  listMailboxes,
  type Mailbox,
  pauseMailbox,
  RapportError,
  removeMailbox,
  resumeMailbox,
} from '@rapport/contract';
import { mailboxPurpose } from '../mailbox/mailbox-secret.ts';
import { readMailbox } from '../mailbox/read-mailbox.ts';
import { sealSecret } from '../secrets/seal-secret.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import {
  changeMailbox,
  deleteMailbox,
  describeMailbox,
  insertMailbox,
  listMailboxRows,
  loadMailbox,
  type MailboxChange,
} from '../store/mailboxes.ts';
import type { Db } from '../store/open-store.ts';
import type { AppParts } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveMailboxes(api: Api, parts: Pick<AppParts, 'store' | 'jobs' | 'outside'>): void {
  serve(api, listMailboxes, (_, { workspace }) =>
    inWorkspace(parts.store, workspace, async (db) => {
      const mailboxes: Mailbox[] = [];
      for (const one of await listMailboxRows(db, workspace)) mailboxes.push(await describeMailbox(db, workspace, one));
      return { mailboxes };
    }),
  );

  serve(api, createMailbox, async ({ body }, { workspace }) => {
    const { secret, source = body.name, ownAddresses, ...rest } = body;
    const sealedSecret = sealSecret(await parts.outside.secretKey(), JSON.stringify(secret), mailboxPurpose(rest));
    const own = [...new Set(ownAddresses.map((one) => one.toLowerCase()))];
    return inWorkspace(parts.store, workspace, async (db) => {
      const given = { ...rest, source, signIn: secret.signIn, sealedSecret, ownAddresses: own };
      const mailboxId = await insertMailbox(db, workspace, given);
      if (mailboxId === null) throw sourceTaken(source);
      await parts.jobs.send(db, readMailbox, { workspaceId: workspace, mailboxId });
      return show(db, workspace, mailboxId);
    });
  });

  const change = (id: string, workspace: number, wish: MailboxChange, isAsked: boolean): Promise<Mailbox> =>
    inWorkspace(parts.store, workspace, async (db) => {
      const mailboxId = numberOf(id);
      if ((await loadMailbox(db, workspace, mailboxId)) === null) throw noSuchMailbox();
      await changeMailbox(db, workspace, mailboxId, wish);
      if (isAsked) await parts.jobs.send(db, readMailbox, { workspaceId: workspace, mailboxId });
      return show(db, workspace, mailboxId);
    });

  serve(api, pauseMailbox, ({ params }, { workspace }) =>
    change(params.mailboxId, workspace, { state: 'paused' }, false),
  );
  serve(api, resumeMailbox, ({ params }, { workspace }) =>
    change(params.mailboxId, workspace, { state: 'running', reason: null, failures: 0, againInSeconds: 0 }, true),
  );
  serve(api, removeMailbox, async ({ params }, { workspace }) => {
    const id = numberOf(params.mailboxId);
    if (await inWorkspace(parts.store, workspace, (db) => deleteMailbox(db, workspace, id))) return { removed: true };
    throw noSuchMailbox();
  });
}

async function show(db: Db, workspace: number, id: number): Promise<Mailbox> {
  const found = await loadMailbox(db, workspace, id);
  if (found === null) throw noSuchMailbox();
  return describeMailbox(db, workspace, found);
}

const noSuchMailbox = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such mailbox.', wayOut: 'The list shows all there are.' });

const sourceTaken = (source: string): RapportError =>
  new RapportError('conflict', {
    what: `Another mailbox is called "${source}".`,
    why: 'Mails of two would be taken for mails of one.',
    wayOut: 'Choose another name.',
  });
