import {
  listViews as listViewsEndpoint,
  RapportError,
  removeView as removeViewEndpoint,
  saveView as saveViewEndpoint,
} from '@rapport/contract';
import { listViews, removeView, saveView } from '../store/views.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveViews(api: Api, parts: AppParts): void {
  serve(api, listViewsEndpoint, async (_given, person) => ({
    views: await ask(parts, person, (db, workspace) => listViews(db, workspace, person.sees)),
  }));

  serve(api, saveViewEndpoint, ({ body }, person) =>
    ask(parts, person, (db, workspace) => saveView(db, workspace, body, person.sees)),
  );

  serve(api, removeViewEndpoint, async ({ params }, person) => {
    const removed = await ask(parts, person, (db, workspace) => removeView(db, workspace, params.viewId));
    if (removed) return { removed };
    throw new RapportError('not-found', {
      what: 'There is no saved view of this kind.',
      wayOut: 'The built-in views stay; saved ones are listed under their names.',
    });
  });
}
