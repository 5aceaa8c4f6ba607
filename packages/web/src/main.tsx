import '@rapport/contract/without-eval';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
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

const queries = new QueryClient({
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
