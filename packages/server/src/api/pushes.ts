/** Conversations that programs send by themselves: safe before the answer, stored and scored by a worker right after. */
import { createHash } from 'node:crypto';
import { getPush, type PushReceipt, pushConversations, RapportError } from '@rapport/contract';
import { readLong } from '../apart/read-long.ts';
import { receiveArrival } from '../arrivals/receive-arrival.ts';
import { pushFormat, type ReadPush, readPush } from '../push/read-push.ts';
import { countWaiting, type KnownArrival, loadArrival } from '../store/arrivals.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { loadOwnDomains } from '../store/own-domains.ts';
import type { AppParts } from './app-parts.ts';
import type { Person } from './permit.ts';
import { RequestDoesNotFit } from './problem-of.ts';
import { type Api, serve } from './serve.ts';

/** So much work waits at most; beyond it senders are asked to come back, before the disk or the worker is in trouble. */
const waitingAtMost = 20_000;

export function servePushes(api: Api, parts: Pick<AppParts, 'store' | 'jobs' | 'now' | 'outside'>): void {
  const recall = rememberDoors(parts.now);
  serve(api, pushConversations, async ({ query, raw, header }, person) => {
    const key = readKey(header('idempotency-key'));
    const bodyHash = createHash('sha256').update(query.source).update('\0').update(raw).digest();
    const long = await readLong(parts, person.workspace, { raw, from: { way: 'push' } });
    return inWorkspace(parts.store, person.workspace, async (db) => {
      const door = await recall(db, person.workspace);
      if (door.waiting >= waitingAtMost) throw tooMuchWaits();
      const read = long === null ? readPush(raw, door.ownDomains) : { ...long, pieces: long.content };
      const pieces = 'masked' in read.pieces ? read.pieces.pieces : read.pieces;
      if (pieces.length === 0) throw nothingGood(read.problems);
      const receipt = await receiveArrival(parts, db, person.workspace, {
        ...{ cameBy: 'push', sender: person.id, source: query.source, format: pushFormat, bodyHash },
        ...{ pieces: read.pieces, refusedMessages: read.refusedMessages, problems: read.problems },
        ...(key === null ? {} : { key }),
      });
      // Somebody with the same key was faster by a moment.
      return receipt ?? answerAgain(await loadKnown(db, person, key ?? ''), bodyHash);
    });
  });

  serve(api, getPush, async ({ params }, person) => {
    const id = numberOf(params.pushId);
    const found = await inWorkspace(parts.store, person.workspace, (db) =>
      loadArrival(db, person.workspace, { cameBy: 'push', id }),
    );
    // One key does not see what another one sends.
    if (found === null || (found.sender !== person.id && !person.holds.includes('admin'))) throw noSuchPush();
    return found.status;
  });
}

interface Door {
  waiting: number;
  ownDomains: readonly string[];
}

const rememberedMilliseconds = 1000;

/** What every push of a workspace needs to know, asked for once a second. */
function rememberDoors(now: () => Date): (db: Db, workspace: number) => Promise<Door> {
  const known = new Map<number, { door: Door; until: number }>();
  return async (db, workspace) => {
    const found = known.get(workspace);
    if (found !== undefined && now().getTime() < found.until) return found.door;
    const door: Door = {
      waiting: await countWaiting(db, workspace, waitingAtMost),
      ownDomains: await loadOwnDomains(db, workspace),
    };
    known.set(workspace, { door, until: now().getTime() + rememberedMilliseconds });
    return door;
  };
}

const loadKnown = (db: Db, person: Person, key: string): Promise<KnownArrival | null> =>
  loadArrival(db, person.workspace, { cameBy: 'push', sender: person.id, key });

function readKey(given: string | undefined): string | null {
  if (given === undefined || given.trim() === '') return null;
  if (given.length <= 200 && /^[\x20-\x7e]+$/.test(given)) return given.trim();
  throw new RapportError('bad-request', {
    what: 'The idempotency key is too long, or holds other characters than plain ASCII.',
    wayOut: 'Send up to 200 plain characters, such as a UUID.',
  });
}

/** The answer of the first time, word for word. */
function answerAgain(known: KnownArrival | null, bodyHash: Buffer): PushReceipt {
  if (known === null) throw new Error('a key was taken and is free again');
  if (known.bodyHash?.equals(bodyHash) !== true) {
    throw new RapportError('conflict', {
      what: 'This idempotency key was used for something else.',
      why: 'Nothing of this push was stored; the first one stands.',
      wayOut: 'Send the very same bytes to the same source again, or choose a new key for a new push.',
    });
  }
  const { state: _, storedAt: __, failure: ___, ...receipt } = known.status;
  return receipt;
}

/** As any request that does not fit: path by path. */
const nothingGood = (problems: ReadPush['problems']): RequestDoesNotFit =>
  new RequestDoesNotFit(
    problems
      .filter(({ severity }) => severity === 'refused')
      .map(({ index, field, reason, wayOut }) => ({
        path: ['body', String(index), ...(field === null ? [] : [field])],
        message: `${reason} ${wayOut}`,
      })),
  );

const tooMuchWaits = (): RapportError =>
  new RapportError('too-many-requests', {
    what: 'More has come than could be stored yet.',
    why: 'Nothing of this push was stored; everything acknowledged before is safe.',
    wayOut: 'Send it again in half a minute, with the same idempotency key.',
  });

const noSuchPush = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such push.',
    wayOut: 'A push can be asked for by who sent it, for a week after it was stored.',
  });
