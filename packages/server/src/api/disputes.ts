/** Contesting a reading, and deciding about it. Who decides is never who opened it, nor the reviewer it is about. */
import {
  type Dispute,
  decideDispute,
  listDisputes,
  openDispute,
  RapportError,
  setDisputeWindow,
  withdrawDispute,
} from '@rapport/contract';
import { estimateProportion, refuse } from '@rapport/statistics';
import { writeAudit } from '../store/audit.ts';
import { listStoredCalibrations } from '../store/calibration/calibrations.ts';
import { listCalibratedDisputes } from '../store/calibration/parts.ts';
import { numberOf } from '../store/conversation-filter.ts';
import {
  closeDispute,
  listStoredDisputes,
  loadDisputeWindow,
  type StoredDispute,
  saveDispute,
  saveDisputeWindow,
} from '../store/disputes.ts';
import { noteFor } from '../store/notices.ts';
import type { Db } from '../store/open-store.ts';
import { markDisputed } from '../store/reviews/reviews.ts';
import { type AppParts, ask } from './app-parts.ts';
import { mayRead } from './calibration/permit-calibration.ts';
import { findContested } from './contested-reading.ts';
import { describeDispute, mayDecide, readingsOf } from './describe-dispute.ts';
import type { Person } from './permit.ts';
import { reviseAsDecided } from './revise-as-decided.ts';
import { type Api, serve } from './serve.ts';

export function serveDisputes(api: Api, parts: AppParts): void {
  serve(api, listDisputes, ({ query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const sees = seenBy(person);
      const all = await listStoredDisputes(db, workspace, { sees });
      const conversation = query.conversationId === undefined ? undefined : numberOf(query.conversationId);
      const shown = all.filter(
        (one) =>
          (query.state === undefined || one.state === query.state) &&
          (conversation === undefined || one.conversation === conversation),
      );
      const decided = all.filter(({ state }) => ['accepted', 'partly', 'rejected'].includes(state));
      const passed = decided.filter(({ state }) => state !== 'rejected').length;
      return {
        disputes: await describeAll(db, person, shown),
        summary: {
          windowDays: await loadDisputeWindow(db, workspace),
          open: all.filter(({ state }) => state === 'open').length,
          decided: decided.length,
          changed:
            decided.length < fewestDecided
              ? refuse(decided.length === 0 ? 'no_data' : 'too_few_rows', { n: decided.length, method: 'share' })
              : estimateProportion({ passed, n: decided.length }),
        },
        mayDecide: person.holds.includes('lead'),
      };
    }),
  );

  serve(api, openDispute, ({ body: { of, proposed, reason } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const contested = await findContested(db, person, of);
      const days = await loadDisputeWindow(db, workspace);
      if (parts.now().getTime() - contested.since.getTime() > days * 86_400_000) throw tooLate(days);
      const readings = await readingsOf(db, workspace, contested);
      if (proposed === contested.stood || !readings.some(({ value }) => value === proposed)) throw noOtherReading();
      const { since: _since, ...what } = contested;
      const given = { ...what, proposed, reason, openedBy: person.id, now: parts.now() };
      const id = await saveDispute(db, workspace, given);
      if (id === null) throw contestedAlready();
      if (contested.review !== null) await markDisputed(db, workspace, contested.review, true);
      const answer = await loadFor(db, person, id);
      await writeAudit(db, person, { what: 'dispute-opened', object: String(id) });
      return answer;
    }),
  );

  serve(api, withdrawDispute, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const found = await loadSeen(db, person, params.disputeId);
      if (found.openedBy !== person.id) throw noSuchDispute();
      const nothing = { decided: null, words: null, by: null, now: parts.now() };
      if (!(await closeDispute(db, workspace, found.id, { state: 'withdrawn', ...nothing }))) throw closedAlready();
      if (found.review !== null) await markDisputed(db, workspace, found.review, false);
      const answer = await loadFor(db, person, found.id);
      await writeAudit(db, person, { what: 'dispute-withdrawn', object: params.disputeId });
      return answer;
    }),
  );

  serve(api, decideDispute, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const found = await loadSeen(db, person, params.disputeId);
      if (found.state !== 'open') throw closedAlready();
      if (!(await mayDecide(db, person, found))) throw notYours();
      const decided = decidedReading(found, body);
      const readings = await readingsOf(db, workspace, found);
      if (!readings.some(({ value }) => value === decided)) throw noOtherReading();
      const now = parts.now();
      const given = { state: body.state, decided, words: body.words, by: person.id, now };
      if (!(await closeDispute(db, workspace, found.id, given))) throw closedAlready();
      if (found.review !== null) {
        await markDisputed(db, workspace, found.review, false);
        if (body.state !== 'rejected') await reviseAsDecided(db, person, found, { decided, words: body.words, now });
      }
      const answer = await loadFor(db, person, found.id);
      const readers = { user: found.openedBy };
      await noteFor(db, workspace, { kind: 'dispute-answered', object: params.disputeId, readers });
      await writeAudit(db, person, {
        what: 'dispute-decided',
        object: params.disputeId,
        detail: { state: body.state },
      });
      return answer;
    }),
  );

  serve(api, setDisputeWindow, ({ body }, person) =>
    ask(parts, person, async (db, workspace) => {
      await saveDisputeWindow(db, workspace, body.windowDays);
      await writeAudit(db, person, { what: 'dispute-window', detail: { days: body.windowDays } });
      return body;
    }),
  );
}

/** Fewer decisions than this make no share. */
const fewestDecided = 20;

/** Agents their own; who leads, everybody whose service they see, and their own. */
function seenBy({ holds, sees, writesAs }: Person): readonly number[] | null {
  if (!holds.includes('lead')) return writesAs;
  return sees === null ? null : [...new Set([...sees, ...writesAs])];
}

function decidedReading(
  { proposed, stood }: StoredDispute,
  { state, decided }: { state: 'accepted' | 'partly' | 'rejected'; decided?: string | undefined },
): string {
  if (state === 'accepted') return proposed;
  if (state === 'rejected') return stood;
  if (decided === undefined || decided === proposed || decided === stood) {
    throw new RapportError('bad-request', {
      what: 'To accept a dispute partly takes a reading between both.',
      wayOut: 'Name the reading that holds, or accept or reject it.',
    });
  }
  return decided;
}

/** With the calibrations that have taken them up, for who may read those. */
async function describeAll(db: Db, person: Person, shown: readonly StoredDispute[]): Promise<Dispute[]> {
  const { workspace } = person;
  const taken = person.holds.includes('lead') ? await listCalibratedDisputes(db, workspace) : new Map<number, number>();
  const ids = new Set(shown.flatMap(({ id }) => taken.get(id) ?? []));
  const calibrations = ids.size === 0 ? [] : await listStoredCalibrations(db, workspace, [...ids]);
  return Promise.all(
    shown.map(async (one) => {
      const found = calibrations.find(({ id }) => id === taken.get(one.id));
      const calibration =
        found === undefined || !mayRead(found, person)
          ? null
          : { id: String(found.id), name: found.name, state: found.state };
      return { ...(await describeDispute(db, person, one)), calibration };
    }),
  );
}

async function loadSeen(db: Db, person: Person, disputeId: string): Promise<StoredDispute> {
  const given = { sees: seenBy(person), id: numberOf(disputeId) };
  const [found] = await listStoredDisputes(db, person.workspace, given);
  if (found === undefined) throw noSuchDispute();
  return found;
}

const loadFor = async (db: Db, person: Person, id: number) =>
  describeDispute(db, person, await loadSeen(db, person, String(id)));

const noSuchDispute = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such dispute.', wayOut: 'The list shows what is here.' });

const closedAlready = (): RapportError =>
  new RapportError('conflict', {
    what: 'This dispute is closed already.',
    why: 'It was decided or taken back meanwhile.',
    wayOut: 'Load the list again to see how it ended.',
  });

const contestedAlready = (): RapportError =>
  new RapportError('conflict', {
    what: 'This is contested already.',
    wayOut: 'Wait for the answer, or take the open one back first.',
  });

const notYours = (): RapportError =>
  new RapportError('not-allowed', {
    what: 'Somebody else has to decide this one.',
    why: 'Nobody decides about their own service or their own review.',
    wayOut: 'Ask another lead.',
  });

const tooLate = (days: number): RapportError =>
  new RapportError('bad-request', {
    what: `The window of ${days} days to contest this is over.`,
    wayOut: 'Talk to your lead; an admin can make the window longer.',
  });

const noOtherReading = (): RapportError =>
  new RapportError('bad-request', {
    what: 'That is no other reading of this.',
    wayOut: 'Choose one of the readings that its scale has.',
  });
