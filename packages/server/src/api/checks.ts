import { answerCheck, getCheck, type QualityId, qualityWords, RapportError, startCheck } from '@rapport/contract';
import { allQualities } from '@rapport/qualities';
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
import { type AppParts, ask } from './app-parts.ts';
import { drawPlaces } from './draw-check.ts';
import { type Api, serve } from './serve.ts';
import { writeDeck } from './write-deck.ts';

export function serveChecks(api: Api, parts: AppParts): void {
  serve(api, startCheck, ({ body }) =>
    ask(parts, async (db, workspace) => {
      const latest = body.fresh === true ? null : await findLatestDeck(db, workspace);
      const open = latest?.cards.some(({ answered }) => answered === null) === true ? latest : null;
      const deck = open ?? (await loadDeck(db, workspace, await drawDeck(db, workspace, parts)));
      return writeDeck(deck, questionOf);
    }),
  );

  serve(api, getCheck, async () => {
    const deck = await ask(parts, findLatestDeck);
    return { deck: deck === null ? null : writeDeck(deck, questionOf) };
  });

  serve(api, answerCheck, ({ params, body }) =>
    ask(parts, async (db, workspace) => {
      const { verdict, seconds = null } = body;
      await answerCard(db, workspace, { ...params, verdict, seconds, now: parts.now() });
      return writeDeck(await loadDeck(db, workspace, params.deckId), questionOf);
    }),
  );
}

/** @throws RapportError `conflict` when nothing is scored yet */
async function drawDeck(db: Db, workspace: number, parts: AppParts): Promise<string> {
  const { seed, random } = parts.createSeeded();
  const cards: DrawnCard[] = [];
  for (const { quality, place, probability } of drawPlaces(await countScored(db, workspace), random)) {
    const moments = await loadScoredAt(db, workspace, { quality, place });
    const [chosen] = random.sample(moments, 1);
    if (chosen !== undefined) cards.push({ quality, ...chosen, probability: probability / moments.length });
  }
  const scorerVersion = await findScorerVersion(db, workspace);
  if (cards.length > 0 && scorerVersion !== null) return saveDeck(db, workspace, { scorerVersion, seed, cards });
  throw new RapportError('conflict', {
    what: 'There is no scored moment to check yet.',
    wayOut: 'Bring in a file of conversations, or the sample team, and wait for its scores.',
  });
}

function questionOf(quality: QualityId): string {
  const defined = allQualities.find(({ id }) => id === quality)?.question;
  return defined ?? `${qualityWords[quality].name}: was it met here?`;
}
