import { confirmNotService, listNotService as listNotServiceEndpoint, setService } from '@rapport/contract';
import { numberOf } from '../store/conversation-filter.ts';
import { listNotService } from '../store/not-service.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveService(api: Api, parts: AppParts): void {
  serve(api, listNotServiceEndpoint, ({ params, query: { kind } }) =>
    ask(parts, (db, workspace) => listNotService(db, workspace, { importId: numberOf(params.importId), kind })),
  );

  serve(api, confirmNotService, async ({ params, body }) => {
    const importId = numberOf(params.importId);
    await parts.imports.confirmNotService(importId, body);
    return ask(parts, (db, workspace) => listNotService(db, workspace, { importId, kind: undefined }));
  });

  serve(api, setService, async ({ params: { conversationId }, body: { notService } }) => {
    await parts.imports.setService(numberOf(conversationId), notService);
    return { conversationId, notService };
  });
}
