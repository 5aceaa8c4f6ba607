/** Rating in a calibration: each alone, blind to the others, to the machine, and to whose service it is. */
import {
  type CalibrationReading,
  emptyReviewContent,
  getCalibrationReading,
  handInReading,
  RapportError,
  saveCalibrationReading,
} from '@rapport/contract';
import { writeAudit } from '../../store/audit.ts';
import { holdCalibration, noSuchCalibration, type StoredCalibration } from '../../store/calibration/calibrations.ts';
import type { StoredPart } from '../../store/calibration/parts.ts';
import { listReadings, markHandedIn, saveReading } from '../../store/calibration/readings.ts';
import { loadConversationDetail } from '../../store/conversation-detail.ts';
import { numberOf } from '../../store/conversation-filter.ts';
import { noteFor } from '../../store/notices.ts';
import type { Db } from '../../store/open-store.ts';
import { type AppParts, ask } from '../app-parts.ts';
import { askedCategories, checkIsWhole, checkReviewContent, factsOf } from '../check-review-content.ts';
import type { Person } from '../permit.ts';
import { type Api, serve } from '../serve.ts';
import { isAllIn, openForComparison } from './open-for-comparison.ts';
import { isRater, loadReadable, partOf, requireState } from './permit-calibration.ts';
import { loadRatedContent } from './rated-content.ts';

export function serveReadings(api: Api, parts: AppParts): void {
  serve(api, getCalibrationReading, ({ params }, person) =>
    ask(parts, person, async (db) => {
      const found = await loadReadable(db, person, params.calibrationId);
      return { reading: await describeReading(db, person, found, partOf(found, params.partId)) };
    }),
  );

  serve(api, saveCalibrationReading, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { found, part } = await loadToRate(db, person, params);
      const { content } = await loadRatedContent(db, workspace, found);
      const read = await loadConversationDetail(db, workspace, String(part.conversation), null);
      checkReviewContent(body.content, content, read);
      const key = { calibration: found.id, part: part.id, person: person.id };
      return { saves: await saveReading(db, workspace, key, { ...body, now: parts.now() }) };
    }),
  );

  serve(api, handInReading, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      await holdCalibration(db, workspace, numberOf(params.calibrationId));
      const { found, part } = await loadToRate(db, person, params);
      const now = parts.now();
      const { content } = await loadRatedContent(db, workspace, found);
      const read = await loadConversationDetail(db, workspace, String(part.conversation), null);
      const own = (await listReadings(db, workspace, { calibrations: [found.id], person: person.id })).find(
        (one) => one.part === part.id,
      );
      const given = own?.content ?? emptyReviewContent;
      checkReviewContent(given, content, read);
      checkIsWhole(given, askedCategories(content, factsOf(read)));
      const key = { calibration: found.id, part: part.id, person: person.id };
      if (!(await markHandedIn(db, workspace, key, { seconds: body.seconds, now }))) throw handedInAlready();
      const opens = found.opens === 'all-in' && (await isAllIn(db, workspace, found));
      if (opens) {
        await openForComparison(db, workspace, found, now);
        const readers = { user: found.madeBy };
        await noteFor(db, workspace, { kind: 'calibration-open', object: String(found.id), readers });
      }
      const after = await loadReadable(db, person, params.calibrationId);
      const answer = { reading: await describeReading(db, person, after, part) };
      if (opens) {
        await writeAudit(db, person, {
          what: 'calibration-opened',
          object: String(found.id),
          detail: { early: false },
        });
      }
      return answer;
    }),
  );
}

/** @throws RapportError `not-found` for everybody but its raters, `conflict` when nobody rates any more */
async function loadToRate(
  db: Db,
  person: Person,
  { calibrationId, partId }: { calibrationId: string; partId: string },
): Promise<{ found: StoredCalibration; part: StoredPart }> {
  const found = await loadReadable(db, person, calibrationId);
  if (!isRater(found, person)) throw noSuchCalibration();
  const part = partOf(found, partId);
  requireState(found, ['rating']);
  return { found, part };
}

/**
 * Raters may read the conversation because they are asked to, whatever else they may see: the words, not what was found in
 * them. Whose service it is stays unsaid, so that the rubric is compared and not the person.
 */
async function describeReading(
  db: Db,
  person: Person,
  found: StoredCalibration,
  part: StoredPart,
): Promise<CalibrationReading> {
  const { workspace } = person;
  const read = await loadConversationDetail(db, workspace, String(part.conversation), null);
  const { content } = await loadRatedContent(db, workspace, found);
  const mine = await listReadings(db, workspace, { calibrations: [found.id], person: person.id });
  const own = mine.find((one) => one.part === part.id);
  const done = new Set(mine.filter(({ handedInAt }) => handedInAt !== null).map((one) => one.part));
  const rates = isRater(found, person);
  const at = found.parts.findIndex(({ id }) => id === part.id);
  const inTurn = [...found.parts.slice(at + 1), ...found.parts.slice(0, at)];
  const next = rates ? inTurn.find(({ id }) => !done.has(id)) : undefined;
  const agent = read.assessments.find(({ agentId }) => agentId === String(part.author))?.agent;
  return {
    calibration: { id: String(found.id), name: found.name, state: found.state },
    ...{ partId: String(part.id), number: at + 1, of: found.parts.length },
    mayRate: rates && found.state === 'rating' && own?.handedInAt == null,
    categories: askedCategories(content, factsOf(read)),
    conversation: {
      ...{ id: read.id, customer: read.customer, channel: read.channel, subject: read.subject },
      startedAt: read.startedAt,
      messages: read.messages.map(({ id, at: saidAt, role, author, text, visibility }) => ({
        ...{ id, at: saidAt, role, text, visibility },
        author: role === 'agent' ? (author === agent ? 'Agent' : 'Colleague') : author,
      })),
    },
    content: own?.content ?? emptyReviewContent,
    ...{ saves: own?.saves ?? 0, seconds: own?.seconds ?? 0, handedIn: done.has(part.id) },
    next: next === undefined ? null : String(next.id),
  };
}

const handedInAlready = (): RapportError =>
  new RapportError('conflict', {
    what: 'This reading was handed in already.',
    why: 'It stays as it was said.',
    wayOut: 'Go on with the next conversation.',
  });
