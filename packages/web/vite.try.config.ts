/**
 * Builds "Try one reply" alone into dist-try at the root of the repository: a folder for any web host. The page's own
 * policy forbids every connection, so what is typed there cannot leave it.
 */
import { resolve } from 'node:path';
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import pages from './vite.config.ts';

/** A host serves a folder by its index.html. */
const asIndex: Plugin = {
  name: 'as-index',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const page = bundle['try.html'];
    if (page) page.fileName = 'index.html';
  },
};

export default mergeConfig(
  pages,
  defineConfig({
    base: './',
    plugins: [asIndex],
    build: {
      outDir: resolve(import.meta.dirname, '../../dist-try'),
      rolldownOptions: { input: resolve(import.meta.dirname, 'try.html') },
    },
  }),
);
