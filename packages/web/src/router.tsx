/** The router over all pages. The address holds every view, filter and selection as plain words, not as JSON. */
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { pages } from './routes.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { PageFailed } from './shell/PageFailed.tsx';
import { Shell } from './shell/Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const routes = pages.map((page) =>
  createRoute({ getParentRoute: () => root, path: page.path, component: page.component }),
);

export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren(routes),
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch,
    defaultErrorComponent: PageFailed,
    defaultPreload: 'intent',
  });

function stringifySearch(search: Record<string, unknown>): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') words.set(name, String(value));
  }
  return words.size > 0 ? `?${words}` : '';
}
