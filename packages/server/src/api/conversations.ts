import { getConversation, listConversations as listConversationsEndpoint } from '@rapport/contract';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import { listConversations } from '../store/list-conversations.ts';
import { type AppParts, ask } from './app-parts.ts';
import { describeConversation } from './describe-conversation.ts';
import { type Api, serve } from './serve.ts';

export function serveConversations(api: Api, parts: AppParts): void {
  serve(api, listConversationsEndpoint, ({ query: { after, limit, ...filter } }, person) =>
    ask(parts, person, (db, workspace) =>
      listConversations(db, workspace, { filter, sees: person.sees, after, limit }),
    ),
  );

  serve(api, getConversation, async ({ params }, person) => {
    const detail = await ask(parts, person, (db, workspace) =>
      loadConversationDetail(db, workspace, params.conversationId, person.sees),
    );
    return { ...detail, summary: describeConversation(detail) };
  });
}
