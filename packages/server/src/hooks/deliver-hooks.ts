/**
 * Sends news to the addresses that want it, signed, through the one way out. What does not arrive is tried again, later
 * and later, for about a day; an address that fails again and again is switched off, with the reason.
 */
import { createHmac } from 'node:crypto';
import { RapportError } from '@rapport/contract';
import { z } from 'zod';
import { declareJob, type JobContext, pieceMilliseconds } from '../jobs/job.ts';
import { OutboundTrouble } from '../outbound/outbound-trouble.ts';
import { openSecret } from '../secrets/seal-secret.ts';
import {
  type DeliveryResult,
  type DueDelivery,
  hasDueDelivery,
  noteDelivery,
  switchHookState,
  takeDueDelivery,
} from '../store/hooks.ts';
import { inWorkspace } from '../store/in-workspace.ts';

const firstPauseSeconds = 15;
const longestPauseSeconds = 3 * 3600;
const mostTries = 14;
/** In a row, whatever the news: an address that is gone must not be asked for ever. */
const mostFailures = 25;

/** For which address a secret is sealed: a row that was altered to name another host does not open. */
export const hookPurpose = (url: string): string => `hook ${new URL(url).host}`;

export const deliverHooks = declareJob({
  name: 'deliver-hooks',
  payload: z.object({ workspaceId: z.int() }),
  length: 'piece',
  place: 'anywhere',
  async handle(context, { workspaceId }) {
    const until = context.now() + pieceMilliseconds;
    while (context.now() < until) {
      const due = await inWorkspace(context.store, workspaceId, (db) => takeDueDelivery(db, workspaceId));
      if (due === null) return;
      const result = await deliver(context, due);
      await inWorkspace(context.store, workspaceId, async (db) => {
        const failures = await noteDelivery(db, workspaceId, due, result);
        if (failures < mostFailures) return;
        const reason = `${failures} pieces of news in a row did not arrive: ${result.trouble ?? `status ${result.status}`}`;
        await switchHookState(db, workspaceId, due.hookId, { state: 'off', reason });
      });
    }
    await inWorkspace(context.store, workspaceId, (db) =>
      context.jobs.sendUnlessAsked(db, deliverHooks, { workspaceId }),
    );
  },
});

/** Asks for sending wherever the time of a piece of news has come. */
export async function wakeHooks({ store, jobs }: Pick<JobContext, 'store' | 'jobs'>): Promise<void> {
  for (const { id: workspaceId } of await store.db.selectFrom('workspaces').select('id').execute()) {
    await inWorkspace(store, workspaceId, async (db) => {
      if (await hasDueDelivery(db, workspaceId)) await jobs.sendUnlessAsked(db, deliverHooks, { workspaceId });
    });
  }
}

async function deliver({ outside, now }: JobContext, due: DueDelivery): Promise<DeliveryResult> {
  const againInSeconds =
    due.tries >= mostTries ? null : Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (due.tries - 1));
  try {
    const secret = openSecret(await outside.secretKey(), due.sealedSecret, hookPurpose(due.url));
    const body = JSON.stringify({
      id: String(due.id),
      event: due.event,
      at: due.createdAt.toISOString(),
      data: due.body,
    });
    const timestamp = String(Math.floor(now() / 1000));
    const { status } = await outside.send({
      ...{ url: new URL(due.url), method: 'POST', body, mostBytes: 65_536, limitMilliseconds: 8_000 },
      headers: {
        ...{ 'content-type': 'application/json', 'user-agent': 'Rapport', 'x-rapport-event': due.event },
        ...{ 'x-rapport-delivery': String(due.id), 'x-rapport-timestamp': timestamp },
        'x-rapport-signature': signatureOf(secret, timestamp, body),
      },
    });
    const isDelivered = status >= 200 && status < 300;
    const trouble = isDelivered ? null : `The other side answered with status ${status}.`;
    return { isDelivered, status, trouble, againInSeconds };
  } catch (error) {
    if (!(error instanceof OutboundTrouble) && !(error instanceof RapportError)) throw error;
    return { isDelivered: false, status: null, trouble: error.message, againInSeconds };
  }
}

/** Over time and body, so that a recorded one cannot be sent again later. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
