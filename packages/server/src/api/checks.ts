import { answerCheck, getCheck, type QualityId, qualityWords, RapportError, startCheck } from '@rapport/contract';
import { allQualities } from '@rapport/qualities';
import { refreshAfterReview } from '../jobs/refresh-after-review.ts';
import {
  answerCard,
  countScored,
  type DrawnCard,
  findLatestDeck,
  findScorerVersion,
  loadDeck,
  loadScoredAt,
  saveDeck,
} from '../store/checks.ts';
import type { Db } from '../store/open-store.ts';
import { findLastConversation } from '../store/reviews/draw-frame.ts';
import { type AppParts, ask } from './app-parts.ts';
import { drawPlaces } from './draw-check.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';
import { writeDeck } from './write-deck.ts';

export function serveChecks(api: Api, parts: AppParts): void {
  serve(api, startCheck, ({ body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const latest = body.fresh === true ? null : await findLatestDeck(db, workspace, person.id);
      const open = latest?.cards.some(({ answered }) => answered === null) === true ? latest : null;
      const deck =
        open ??
        (await loadDeck(db, workspace, { deckId: await drawDeck(db, workspace, parts, person), personId: person.id }));
      return writeDeck(deck, questionOf);
    }),
  );

  serve(api, getCheck, async (_given, person) => {
    const deck = await ask(parts, person, (db, workspace) => findLatestDeck(db, workspace, person.id));
    return { deck: deck === null ? null : writeDeck(deck, questionOf) };
  });

  serve(api, answerCheck, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { verdict, seconds = null } = body;
      const personId = person.id;
      await answerCard(db, workspace, { ...params, personId, verdict, seconds, now: parts.now() });
      const deck = await loadDeck(db, workspace, { deckId: params.deckId, personId });
      if (deck.cards.every(({ answered }) => answered !== null)) await refreshAfterReview(parts.jobs, db, workspace);
      return writeDeck(deck, questionOf);
    }),
  );
}

/** @throws RapportError `conflict` when nothing is scored yet */
async function drawDeck(db: Db, workspace: number, parts: AppParts, { id, sees }: Person): Promise<string> {
  const { seed, random } = parts.createSeeded();
  const cards: DrawnCard[] = [];
  for (const { quality, place, probability } of drawPlaces(await countScored(db, workspace, sees), random)) {
    const moments = await loadScoredAt(db, workspace, { quality, place, sees });
    const [chosen] = random.sample(moments, 1);
    if (chosen !== undefined) cards.push({ quality, ...chosen, probability: probability / moments.length });
  }
  const scorerVersion = await findScorerVersion(db, workspace);
  if (cards.length > 0 && scorerVersion !== null) {
    const frame = { lastConversation: await findLastConversation(db, workspace), authors: sees };
    return saveDeck(db, workspace, { personId: id, scorerVersion, seed, cards, frame });
  }
  throw new RapportError('conflict', {
    what: 'There is no scored moment to check yet.',
    wayOut: 'Bring in a file of conversations, or the sample team, and wait for its scores.',
  });
}

function questionOf(quality: QualityId): string {
  const defined = allQualities.find(({ id }) => id === quality)?.question;
  return defined ?? `${qualityWords[quality].name}: was it met here?`;
}
