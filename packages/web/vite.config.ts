/**
 * Builds the pages into packages/web/dist, which the server serves as they are.
 * Nothing is inlined: the server's content security policy allows only files of its own origin.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const require = createRequire(import.meta.url);

/** Address of each licence text in the build, and the package it comes from. */
const fontLicences = {
  'licences/hanken-grotesk.txt': '@fontsource-variable/hanken-grotesk/LICENSE',
  'licences/newsreader.txt': '@fontsource-variable/newsreader/LICENSE',
};

/** The Open Font License asks that its text travels with the fonts. */
function fontLicenceTexts(): Plugin {
  return {
    name: 'font-licence-texts',
    configureServer(server) {
      for (const [address, from] of Object.entries(fontLicences)) {
        server.middlewares.use(`/${address}`, (_request, response) => {
          response.setHeader('content-type', 'text/plain; charset=utf-8');
          createReadStream(require.resolve(from)).pipe(response);
        });
      }
    },
    generateBundle() {
      for (const [fileName, from] of Object.entries(fontLicences)) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(require.resolve(from), 'utf8') });
      }
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), fontLicenceTexts()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    modulePreload: { polyfill: false },
    license: { fileName: 'licences/packages.txt' },
    reportCompressedSize: true,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:7400' },
  },
});
