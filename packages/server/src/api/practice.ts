import {
  keepPractice,
  listPracticeKept,
  listPracticeMoments,
  type PracticeMoment,
  qualityIds,
  RapportError,
  removePractice,
} from '@rapport/contract';
import { judgeReply } from '@rapport/qualities';
import { createRandom } from '@rapport/statistics';
import { listShownNames, nameOf } from '../store/author-names.ts';
import type { Db } from '../store/open-store.ts';
import {
  findMissedMoment,
  hasMissedMoments,
  listAgentNames,
  listKept,
  listMissedMoments,
  type MissedMoment,
  removeKept,
  saveKept,
} from '../store/practice.ts';
import { loadPublicMessages } from '../store/public-messages.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';
import { writePracticeMoment } from './write-practice.ts';

/** Newest moments of each quality that a draw chooses from, and how many are drawn. */
const drawnFrom = 60;
const drawn = 12;

export function servePractice(api: Api, parts: AppParts): void {
  serve(api, listPracticeMoments, ({ query: { quality, whose: wanted, seed: given } }, person) =>
    ask(parts, person, async (db) => {
      const hasOwn = await hasMissedMoments(db, person.workspace, person.writesAs);
      const whose = wanted ?? (hasOwn ? 'own' : 'team');
      const seed = given ?? parts.createSeeded().seed;
      // Time is not in the words of a reply, so responsiveness cannot be practised.
      const qualities = quality === undefined ? qualityIds.filter((id) => id !== 'responsiveness') : [quality];
      const found = await listMissedMoments(db, person.workspace, {
        qualities,
        authors: whose === 'own' ? person.writesAs : null,
        most: quality === undefined ? Math.ceil(drawnFrom / qualities.length) : drawnFrom,
      });
      const chosen = createRandom(seed).shuffle(found).slice(0, drawn);
      return { whose, hasOwn, seed, moments: await writeAll(db, person, chosen) };
    }),
  );

  serve(api, listPracticeKept, async (_given, person) => ({
    kept: await ask(parts, person, (db) => listKept(db, person.workspace, person.id)),
  }));

  serve(api, keepPractice, ({ body: { momentId, reply } }, person) =>
    ask(parts, person, async (db) => {
      const moment = await findMissedMoment(db, person.workspace, momentId);
      const [shown] = moment === null ? [] : await writeAll(db, person, [moment]);
      if (moment === null || shown === undefined) {
        throw new RapportError('not-found', {
          what: 'This moment is not there any more.',
          why: 'The conversation was read again or removed. Your words are still in the field.',
          wayOut: 'Copy them, and go on to the next moment.',
        });
      }
      const { verdict, why } = judgeReply({ ...asExchange(shown), reply, quality: moment.quality });
      return saveKept(db, person.workspace, {
        ...{ personId: person.id, conversation: moment.conversation, quality: moment.quality, turns: shown.turns },
        ...{ reply, verdict, why, scorerVersion: parts.scorerVersion, now: parts.now() },
      });
    }),
  );

  serve(api, removePractice, async ({ params }, person) => {
    await ask(parts, person, (db) => removeKept(db, person.workspace, { personId: person.id, keptId: params.keptId }));
    return { removed: true };
  });
}

/** What the scorer is given: the last words of the customer, and everything before them. */
function asExchange({ turns }: PracticeMoment) {
  const last = turns.at(-1);
  return {
    customerText: last?.text ?? '',
    earlier: turns
      .slice(0, -1)
      .flatMap(({ role, text }) => (role === 'customer' || role === 'agent' ? [{ role, text }] : [])),
  };
}

async function writeAll(db: Db, person: Person, moments: readonly MissedMoment[]): Promise<PracticeMoment[]> {
  const { workspace, writesAs, sees } = person;
  const messages = await loadPublicMessages(
    db,
    workspace,
    moments.map(({ conversation }) => conversation),
  );
  const agentNames = await listAgentNames(db, workspace);
  const authors = [...messages.values()].flat().map(({ author }) => author);
  const names = await listShownNames(db, workspace, authors);
  return moments.flatMap((moment) => {
    const isOwn = writesAs.includes(moment.author);
    const written = writePracticeMoment({
      ...{ moment, messages: messages.get(moment.conversation) ?? [], agentNames },
      whose: isOwn ? 'own' : 'team',
      shownName: (author) => nameOf(names, author),
      mayOpen: isOwn || (person.holds.includes('reader') && (sees === null || sees.includes(moment.author))),
    });
    return written === null ? [] : [written];
  });
}
