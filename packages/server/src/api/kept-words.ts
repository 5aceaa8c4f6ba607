import {
  getKeptWords,
  type KeptWordsState,
  listMaskedPlaces,
  RapportError,
  revealMasked,
  setKeptWords,
} from '@rapport/contract';
import { openWords } from '../secrets/seal-words.ts';
import { writeAudit } from '../store/audit.ts';
import { numberOf } from '../store/conversation-filter.ts';
import {
  changeKeepsMasked,
  countKept,
  countMasked,
  type KeptPlace,
  listKept,
  loadKeepsMasked,
} from '../store/kept-words.ts';
import type { Db } from '../store/open-store.ts';
import { isConversationSeen } from '../store/seen.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

export function serveKeptWords(api: Api, parts: Pick<AppParts, 'store' | 'outside'>): void {
  serve(api, getKeptWords, (_, person) => ask(parts, person, stateOf));

  serve(api, setKeptWords, ({ body: { keeps } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const forgotten = await changeKeepsMasked(db, workspace, { keeps, by: person.id });
      const state = await stateOf(db, workspace);
      const detail = { setting: 'keeps-masked', keeps, forgotten };
      await writeAudit(db, person, { what: 'settings-changed', object: 'masking', detail });
      return state;
    }),
  );

  serve(api, listMaskedPlaces, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const found = await listSeenPlaces(db, workspace, person, params.conversationId);
      return { places: found.map(({ sealed: _, text, ...place }) => ({ ...place, ...wordsAround(place, text) })) };
    }),
  );

  serve(api, revealMasked, async ({ params, body }, person) => {
    const { messageId, start, reason, reference } = body;
    const key = await parts.outside.secretKey();
    return ask(parts, person, async (db, workspace) => {
      const places = await listSeenPlaces(db, workspace, person, params.conversationId);
      const place = places.find((one) => one.messageId === messageId && one.start === start);
      if (place === undefined) throw notKept();
      const words = openWords(key, workspace, place);
      // Nobody sees anything without this entry: both are in one transaction, and the entry comes before the answer.
      const detail = { kind: place.kind, place: places.indexOf(place) + 1, reason, reference };
      await writeAudit(db, person, { what: 'revealed', object: params.conversationId, detail });
      return { kind: place.kind, words };
    });
  });
}

const stateOf = async (db: Db, workspace: number): Promise<KeptWordsState> => ({
  keeps: await loadKeepsMasked(db, workspace),
  kept: await countKept(db, workspace),
  masked: await countMasked(db, workspace),
});

async function listSeenPlaces(
  db: Db,
  workspace: number,
  { sees }: Person,
  conversationId: string,
): Promise<KeptPlace[]> {
  const id = numberOf(conversationId);
  if (await isConversationSeen(db, workspace, id, sees)) return listKept(db, workspace, id);
  throw new RapportError('not-found', {
    what: 'There is no such conversation.',
    wayOut: 'The list shows all there are.',
  });
}

const charactersAround = 60;

function wordsAround({ start, kind }: Pick<KeptPlace, 'start' | 'kind'>, text: string) {
  const end = start + kind.length + 2;
  return {
    before: text.slice(Math.max(0, start - charactersAround), start),
    after: text.slice(end, end + charactersAround),
  };
}

const notKept = (): RapportError =>
  new RapportError('not-found', {
    what: 'What stood in this place was not kept.',
    why: 'Only e-mail addresses, phone numbers and IBANs are, and only while an owner wants it.',
    wayOut: 'Look it up in the helpdesk the conversation came from.',
  });
