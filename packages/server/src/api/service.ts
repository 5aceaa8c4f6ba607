import { confirmNotService, listNotService as listNotServiceEndpoint, setService } from '@rapport/contract';
import { numberOf } from '../store/conversation-filter.ts';
import { listNotService } from '../store/not-service.ts';
import { type AppParts, ask, noteDone } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveService(api: Api, parts: AppParts): void {
  serve(api, listNotServiceEndpoint, ({ params, query: { kind } }, { workspace, sees }) =>
    ask(parts, { workspace }, (db) =>
      listNotService(db, workspace, { importId: numberOf(params.importId), kind, sees }),
    ),
  );

  serve(api, confirmNotService, async ({ params, body }, person) => {
    const { workspace, sees } = person;
    const importId = numberOf(params.importId);
    await parts.importsOf(workspace).confirmNotService(importId, body);
    await noteDone(parts, person, { what: 'service-corrected', object: `import ${importId}`, detail: { ...body } });
    return ask(parts, { workspace }, (db) => listNotService(db, workspace, { importId, kind: undefined, sees }));
  });

  serve(api, setService, async ({ params: { conversationId }, body: { notService } }, person) => {
    await parts.importsOf(person.workspace).setService(numberOf(conversationId), notService);
    await noteDone(parts, person, { what: 'service-corrected', object: conversationId, detail: { notService } });
    return { conversationId, notService };
  });
}
