import { listAuthors as listAuthorsEndpoint, setAuthorRole } from '@rapport/contract';
import { numberOf } from '../store/conversation-filter.ts';
import { listAuthors } from '../store/list-authors.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveAuthors(api: Api, parts: AppParts): void {
  serve(api, listAuthorsEndpoint, ({ query: { importId } }) =>
    ask(parts, (db, workspace) => listAuthors(db, workspace, importId === undefined ? null : numberOf(importId))),
  );

  serve(api, setAuthorRole, ({ params, body }) => parts.imports.setAuthorRole(numberOf(params.authorId), body.role));
}
