import { getConversation, listConversations as listConversationsEndpoint } from '@rapport/contract';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import { listConversations } from '../store/list-conversations.ts';
import { type AppParts, ask } from './app-parts.ts';
import { describeConversation } from './describe-conversation.ts';
import { type Api, serve } from './serve.ts';

export function serveConversations(api: Api, parts: AppParts): void {
  serve(api, listConversationsEndpoint, ({ query: { after, limit, ...filter } }) =>
    ask(parts, (db, workspace) => listConversations(db, workspace, { filter, after, limit })),
  );

  serve(api, getConversation, async ({ params }) => {
    const detail = await ask(parts, (db, workspace) => loadConversationDetail(db, workspace, params.conversationId));
    return { ...detail, summary: describeConversation(detail) };
  });
}
