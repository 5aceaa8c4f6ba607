import { getConversation, listConversations as listConversationsEndpoint } from '@rapport/contract';
import { contactSource } from '../store/contacts.ts';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import { listConversations } from '../store/list-conversations.ts';
import { type AppParts, ask } from './app-parts.ts';
import { findContactToNote } from './contacts.ts';
import { describeConversation } from './describe-conversation.ts';
import { type Api, serve } from './serve.ts';

export function serveConversations(api: Api, parts: AppParts): void {
  serve(api, listConversationsEndpoint, ({ query: { after, limit, ...filter } }, person) =>
    ask(parts, person, (db, workspace) =>
      listConversations(db, workspace, { filter, sees: person.sees, after, limit }),
    ),
  );

  serve(api, getConversation, async ({ params }, person) => {
    return ask(parts, person, async (db, workspace) => {
      const detail = await loadConversationDetail(db, workspace, params.conversationId, person.sees);
      const isPromised = detail.source === contactSource && detail.promises.length > 0;
      const mayNotePromise = isPromised && (await findContactToNote(db, person, detail.id)) !== null;
      return { ...detail, summary: describeConversation(detail), mayNotePromise };
    });
  });
}
