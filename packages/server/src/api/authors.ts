import {
  type Author,
  listAuthors as listAuthorsEndpoint,
  mergeAuthors as mergeAuthorsEndpoint,
  setAuthorRole,
  splitAuthor as splitAuthorEndpoint,
} from '@rapport/contract';
import { startScoring } from '../jobs/score-conversations.ts';
import { writeAudit } from '../store/audit.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { askForFocus } from '../store/focus.ts';
import { listAuthors, loadAuthor } from '../store/list-authors.ts';
import { mergeAuthors, splitAuthor } from '../store/merge-authors.ts';
import type { Db } from '../store/open-store.ts';
import { type AppParts, ask, noteDone } from './app-parts.ts';
import type { Person } from './permit.ts';
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

  /** Whatever is one person now, or is not any more, is read again, and all answers that rest on it. */
  const readAgain = async (db: Db, person: Person, authorId: number): Promise<Author> => {
    await askForFocus(db, person.workspace);
    await startScoring(parts, db, { workspaceId: person.workspace, importId: null });
    return loadAuthor(db, person.workspace, authorId);
  };

  serve(api, mergeAuthorsEndpoint, ({ params, body: { authorIds } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const into = numberOf(params.authorId);
      const aliases = [...new Set(authorIds.map(numberOf))];
      await mergeAuthors(db, workspace, { into, aliases });
      const saved = await readAgain(db, person, into);
      await writeAudit(db, person, {
        ...{ what: 'authors-merged', object: saved.id, detail: { names: aliases.join(' ') } },
      });
      return saved;
    }),
  );

  serve(api, splitAuthorEndpoint, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const [from, alias] = [numberOf(params.authorId), numberOf(params.nameId)];
      await splitAuthor(db, workspace, { alias, from });
      const saved = await readAgain(db, person, alias);
      await writeAudit(db, person, { what: 'authors-split', object: params.authorId, detail: { names: saved.id } });
      return saved;
    }),
  );
}
