/** What a person keeps for later: a conversation, or words of it. Nobody else sees it. */
import { addPin, listPins as listPinsEndpoint, RapportError, removePin as removePinEndpoint } from '@rapport/contract';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import { numberOf } from '../store/conversation-filter.ts';
import type { Db } from '../store/open-store.ts';
import { listTasks } from '../store/reviews/assignments.ts';
import { listPins, removePin, type StoredPin, savePin } from '../store/reviews/review-remarks.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

export function servePins(api: Api, parts: AppParts): void {
  serve(api, listPinsEndpoint, ({ query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const conversation = query.conversationId === undefined ? null : numberOf(query.conversationId);
      return { pins: (await listPins(db, workspace, { person: person.id, conversation })).map(writePin) };
    }),
  );

  serve(api, addPin, ({ body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const conversation = numberOf(body.conversationId);
      const { messages } = await loadPinned(db, workspace, { conversationId: body.conversationId, person });
      const { words = null, note } = body;
      const message = messages.find(({ id }) => id === words?.messageId);
      if (words !== null && message?.text.slice(words.start, words.end) !== words.quote) throw wordsNotThere();
      const pin = { person: person.id, conversation, words, note, now: parts.now() };
      const id = await savePin(db, workspace, pin);
      return { pin: writePin({ id, conversation, words, note, at: pin.now }) };
    }),
  );

  serve(api, removePinEndpoint, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      if (await removePin(db, workspace, { person: person.id, id: numberOf(params.pinId) })) return { removed: true };
      throw new RapportError('not-found', { what: 'There is no such pin.', wayOut: 'It may be gone already.' });
    }),
  );
}

const writePin = ({ id, conversation, words, note, at }: StoredPin) => ({
  ...{ id: String(id), conversationId: String(conversation), words, note, at: at.toISOString() },
});

/** A conversation the person may read: of the authors they see, one of their own, or one they are to review. */
async function loadPinned(
  db: Db,
  workspace: number,
  { conversationId, person }: { conversationId: string; person: Person },
) {
  const since = new Date(0);
  const own = await listTasks(db, workspace, { reviewer: person.id, sees: null, id: null, doneSince: since });
  const isMine = own.some((one) => one.conversationId === conversationId);
  const sees = person.holds.includes('reader') ? person.sees : person.writesAs;
  return loadConversationDetail(db, workspace, conversationId, isMine ? null : sees);
}

const wordsNotThere = (): RapportError =>
  new RapportError('bad-request', {
    what: 'These words are not what stands in the conversation.',
    wayOut: 'Mark them again on the page.',
  });
