import '@rapport/contract/without-eval';
import { RapportError } from '@rapport/contract';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './design/fonts.css';
import './design/tokens.css';
import './design/base.css';
import { ToastProvider } from './design/Toast.tsx';
import { followTheme } from './design/theme.ts';
import { KeyProvider } from './keys/KeyProvider.tsx';
import { makeRouter } from './router.tsx';

followTheme();

/** A session that has ended anywhere is noticed by the first answer that says so; the shell then shows the way in. */
const noticeEnd = (error: unknown) => {
  if (error instanceof RapportError && error.code === 'not-signed-in')
    void queries.invalidateQueries({ queryKey: ['me'] });
};

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: { queries: { staleTime: 30_000, retry: false, refetchOnWindowFocus: true } },
});
const place = document.getElementById('root');
if (!place) throw new Error('The page has no #root to draw into.');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <KeyProvider>
        <ToastProvider>
          <RouterProvider router={makeRouter()} />
        </ToastProvider>
      </KeyProvider>
    </QueryClientProvider>
  </StrictMode>,
);
