import { listAuthors as listAuthorsEndpoint, setAuthorRole } from '@rapport/contract';
import { numberOf } from '../store/conversation-filter.ts';
import { listAuthors } from '../store/list-authors.ts';
import { type AppParts, ask, noteDone } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveAuthors(api: Api, parts: AppParts): void {
  serve(api, listAuthorsEndpoint, ({ query: { importId } }, { workspace, sees }) =>
    ask(parts, { workspace }, (db) =>
      listAuthors(db, workspace, { importId: importId === undefined ? null : numberOf(importId), sees }),
    ),
  );

  serve(api, setAuthorRole, async ({ params, body: { role } }, person) => {
    const corrected = await parts.importsOf(person.workspace).setAuthorRole(numberOf(params.authorId), role);
    await noteDone(parts, person, { what: 'author-corrected', object: corrected.id, detail: { role } });
    return corrected;
  });
}
