/** Planning and leading calibrations. */
import {
  addToCalibration,
  type BodyOf,
  beginCalibration,
  type CalibrationAddition,
  changeCalibration,
  closeCalibration,
  createCalibration,
  getCalibration,
  listCalibrations,
  listCategories,
  listDisputesToCalibrate,
  openComparison,
  RapportError,
  recordConsensus,
  removeCalibration,
  removeFromCalibration,
} from '@rapport/contract';
import { createRandom } from '@rapport/statistics';
import { writeAudit } from '../../store/audit.ts';
import {
  changeStoredCalibration,
  deleteCalibration,
  listStoredCalibrations,
  loadCalibration,
  moveCalibration,
  noSuchCalibration,
  type StoredCalibration,
  saveCalibration,
  saveRaters,
} from '../../store/calibration/calibrations.ts';
import { saveConsensus } from '../../store/calibration/consensus.ts';
import { deletePart, listCalibrationsReading } from '../../store/calibration/parts.ts';
import { listProgressOf } from '../../store/calibration/readings.ts';
import { listStoredWordings } from '../../store/calibration/wordings.ts';
import { numberOf } from '../../store/conversation-filter.ts';
import { noteFor } from '../../store/notices.ts';
import type { Db } from '../../store/open-store.ts';
import { type AppParts, ask } from '../app-parts.ts';
import type { Person } from '../permit.ts';
import { type Api, serve } from '../serve.ts';
import { addConversations, fewestRaters, findRaters, refuseOwnService } from './add-conversations.ts';
import { describeCalibration, describeRows, keepComparisons } from './describe-calibration.ts';
import { describeWordings } from './describe-wordings.ts';
import { findToCalibrate, listDisputesWorth, takeInDispute } from './disputes-to-calibrate.ts';
import { loadRaterNames } from './names-of-raters.ts';
import { openForComparison } from './open-for-comparison.ts';
import { holdLed, isLedBy, loadReadable, mayRead, partOf, requireState } from './permit-calibration.ts';
import { planCalibration } from './plan-calibration.ts';
import { loadRatedContent } from './rated-content.ts';
import { serveReadings } from './serve-readings.ts';
import { serveWordings } from './serve-wordings.ts';

export function serveCalibrations(api: Api, parts: AppParts): void {
  const kept = keepComparisons();
  const shown = async (db: Db, person: Person, id: number) => ({
    calibration: await describeCalibration(db, person, await loadCalibration(db, person.workspace, id), {
      ...{ kept, now: parts.now() },
    }),
  });
  /** A change by whoever leads it, with its line in the log; answers with the calibration as it then is. */
  const change = (
    person: Person,
    calibrationId: string,
    work: (db: Db, found: StoredCalibration) => Promise<Omit<Parameters<typeof writeAudit>[2], 'object'>>,
  ) =>
    ask(parts, person, async (db) => {
      const found = await holdLed(db, person, calibrationId);
      const note = await work(db, found);
      const answer = await shown(db, person, found.id);
      await writeAudit(db, person, { ...note, object: String(found.id) });
      return answer;
    });
  serveReadings(api, parts);
  serveWordings(api, parts, shown);

  serve(api, listCalibrations, ({ query: { conversationId } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const reading =
        conversationId === undefined ? null : await listCalibrationsReading(db, workspace, numberOf(conversationId));
      const all = await listStoredCalibrations(db, workspace, reading);
      const leads = person.holds.includes('lead');
      const led = new Set(all.filter((one) => isLedBy(one, person)).map(({ id }) => id));
      const stored = leads && reading === null ? await listStoredWordings(db, workspace, {}) : [];
      return {
        calibrations: await describeRows(
          db,
          person,
          all.filter((one) => mayRead(one, person)),
        ),
        wordings: await describeWordings(
          db,
          workspace,
          stored.filter(({ calibration }) => led.has(calibration)),
          { names: await loadRaterNames(db, person), kept: kept.retests, now: parts.now() },
        ),
        leads,
      };
    }),
  );

  serve(api, createCalibration, ({ body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const plan = await planCalibration(db, person, body, parts.now());
      const raters = await findRaters(db, person, body.raterIds);
      const id = await saveCalibration(db, workspace, { ...plan, ...(await ofDisputeAlone(db, person, body, plan)) });
      await saveRaters(db, workspace, id, shuffled(parts, raters));
      for (const one of body.first) await addTo(db, person, await loadCalibration(db, workspace, id), one);
      const answer = await shown(db, person, id);
      const detail = { first: body.first.map(({ way }) => way).join(' ') };
      await writeAudit(db, person, { what: 'calibration-planned', object: String(id), detail });
      return answer;
    }),
  );

  serve(api, getCalibration, ({ params }, person) =>
    ask(parts, person, async (db) => shown(db, person, (await loadReadable(db, person, params.calibrationId)).id)),
  );

  serve(api, changeCalibration, ({ params, body }, person) =>
    change(person, params.calibrationId, async (db, found) => {
      const { raterIds, categoryIds, dueAt, ...rest } = body;
      if (raterIds !== undefined || categoryIds !== undefined) requireState(found, ['planned']);
      else requireState(found, ['planned', 'rating']);
      if (categoryIds !== undefined) await refuseStrangeCategories(db, person, found, categoryIds);
      await changeStoredCalibration(db, person.workspace, found.id, {
        ...{ ...rest, categoryIds },
        ...(dueAt === undefined ? {} : { dueAt: dueAt === null ? null : new Date(dueAt) }),
      });
      if (raterIds !== undefined) {
        const raters = await findRaters(db, person, raterIds);
        await refuseOwnService(db, person, { raters, parts: found.parts });
        await saveRaters(db, person.workspace, found.id, shuffled(parts, raters));
      }
      return { what: 'calibration-planned' };
    }),
  );

  serve(api, removeCalibration, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const found = await holdLed(db, person, params.calibrationId);
      requireState(found, ['planned']);
      await deleteCalibration(db, workspace, found.id);
      await writeAudit(db, person, { what: 'calibration-removed', object: String(found.id) });
      return { removed: true as const };
    }),
  );

  serve(api, addToCalibration, ({ params, body }, person) =>
    change(person, params.calibrationId, async (db, found) => {
      requireState(found, ['planned']);
      const added = await addTo(db, person, found, body);
      return { what: 'calibration-planned', detail: { way: body.way, added } };
    }),
  );

  const addTo = async (db: Db, person: Person, found: StoredCalibration, body: CalibrationAddition) => {
    const now = parts.now();
    if (body.way === 'dispute') return takeInDispute(db, person, found, { disputeId: body.disputeId, now });
    return addConversations(db, person, found, { ...body, seed: parts.createSeeded().seed, now });
  };

  serve(api, removeFromCalibration, ({ params }, person) =>
    change(person, params.calibrationId, async (db, found) => {
      const part = partOf(found, params.partId);
      requireState(found, ['planned']);
      await deletePart(db, person.workspace, part.id);
      return { what: 'calibration-planned', detail: { removed: part.id } };
    }),
  );

  serve(api, beginCalibration, ({ params }, person) =>
    change(person, params.calibrationId, async (db, found) => {
      requireState(found, ['planned']);
      if (found.raters.length < fewestRaters || found.parts.length === 0) throw notReady();
      const raters = found.raters.map((rater) => rater.person);
      await refuseOwnService(db, person, { raters, parts: found.parts });
      await moveCalibration(db, person.workspace, found.id, { to: 'rating', now: parts.now() });
      for (const user of raters) {
        if (user === person.id) continue;
        const notice = { kind: 'calibration-asked', object: String(found.id), readers: { user } } as const;
        await noteFor(db, person.workspace, notice);
      }
      return { what: 'calibration-begun', detail: { raters: raters.length, conversations: found.parts.length } };
    }),
  );

  serve(api, openComparison, ({ params }, person) =>
    change(person, params.calibrationId, async (db, found) => {
      requireState(found, ['rating']);
      const progress = await listProgressOf(db, person.workspace, [found.id]);
      if (!progress.some(({ handedIn }) => handedIn)) throw nothingHandedIn();
      await openForComparison(db, person.workspace, found, parts.now());
      return { what: 'calibration-opened', detail: { early: true } };
    }),
  );

  serve(api, closeCalibration, ({ params }, person) =>
    change(person, params.calibrationId, async (db, found) => {
      requireState(found, ['comparing']);
      await moveCalibration(db, person.workspace, found.id, { to: 'closed', now: parts.now() });
      return { what: 'calibration-closed' };
    }),
  );

  serve(api, recordConsensus, ({ params, body }, person) =>
    change(person, params.calibrationId, async (db, found) => {
      const part = partOf(found, params.partId);
      const { categories } = await loadRatedContent(db, person.workspace, found);
      const category = categories.find(({ id }) => id === params.categoryId);
      if (category === undefined) throw noSuchCalibration();
      requireState(found, ['comparing']);
      const { chosen, ruleUnclear, words } = body;
      if (ruleUnclear ? chosen !== null : chosen === null ? !category.allowNa : chosen > category.scale.points) {
        throw notOnScale(category.name);
      }
      await saveConsensus(db, person.workspace, {
        ...{ part: part.id, categoryId: category.id, chosen, ruleUnclear, words },
        ...{ by: person.id, at: parts.now() },
      });
      return { what: 'consensus-recorded', detail: { part: part.id, category: category.id } };
    }),
  );

  serve(api, listDisputesToCalibrate, (_given, person) =>
    ask(parts, person, async (db) => ({ disputes: await listDisputesWorth(db, person) })),
  );
}

/** The order gives raters their numbers; by chance, or it would give the names away. */
const shuffled = ({ createSeeded }: AppParts, people: readonly string[]): string[] =>
  createRandom(createSeeded().seed).shuffle(people);

/** Of a dispute alone, nothing but what was contested is rated, unless other categories were asked for. */
async function ofDisputeAlone(
  db: Db,
  person: Person,
  { first, categoryIds }: BodyOf<typeof createCalibration>,
  { versionId }: { versionId: number },
): Promise<{ categoryIds?: readonly string[] }> {
  const [only, ...rest] = first;
  if (only?.way !== 'dispute' || rest.length > 0 || categoryIds !== undefined) return {};
  return { categoryIds: [(await findToCalibrate(db, person, only.disputeId, versionId)).category.id] };
}

async function refuseStrangeCategories(
  db: Db,
  { workspace }: Person,
  found: StoredCalibration,
  categoryIds: readonly string[],
): Promise<void> {
  const { content, wording } = await loadRatedContent(db, workspace, { ...found, categoryIds });
  const known = new Set(listCategories(content).map(({ id }) => id));
  const isRetest = wording !== null && !categoryIds.includes(wording.categoryId);
  if (!isRetest && categoryIds.every((id) => known.has(id))) return;
  throw new RapportError('bad-request', {
    what: isRetest ? 'What it tries has to be rated.' : 'The scorecard has no such category.',
    wayOut: 'Choose from the categories of its scorecard.',
  });
}

const notReady = (): RapportError =>
  new RapportError('conflict', {
    what: 'A calibration takes two raters and one conversation at least.',
    why: 'Nothing can be compared without.',
    wayOut: 'Invite somebody, or add conversations, and begin then.',
  });

const nothingHandedIn = (): RapportError =>
  new RapportError('conflict', {
    what: 'Nobody has handed in anything yet.',
    why: 'There is nothing to compare.',
    wayOut: 'Wait for the first reading.',
  });

const notOnScale = (category: string): RapportError =>
  new RapportError('bad-request', {
    what: `That is no reading of "${category}".`,
    why: 'Nothing was recorded.',
    wayOut: 'Choose one of its points, not applicable where it allows that, or that the rule is unclear.',
  });
