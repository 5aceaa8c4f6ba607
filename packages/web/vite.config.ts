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

/**
 * Pages check what the server answers; none prints a schema as JSON Schema. zod ties that printing to every schema it
 * makes, 17 kB that every visitor would fetch and nobody run, so the build puts a refusal in its place.
 */
function withoutSchemaPrinting(): Plugin {
  const printing = /zod\/v4\/core\/to-json-schema\.js$/;
  const refusal = "() => { throw new Error('JSON Schema is left out of the pages; see vite.config.ts.'); }";
  const names = ['initializeContext', 'handleUnrepresentable', 'processSchema', 'process', 'extractDefs', 'finalize'];
  return {
    name: 'without-schema-printing',
    apply: 'build',
    load(id) {
      if (!printing.test(id)) return null;
      const makers = ['createToJSONSchemaMethod', 'createStandardJSONSchemaMethod'];
      return [
        ...names.map((name) => `export const ${name} = ${refusal};`),
        ...makers.map((name) => `export const ${name} = () => ${refusal};`),
      ].join('\n');
    },
    transform(code, id) {
      if (!/zod\/v4\/classic\/schemas\.js$/.test(id)) return null;
      return code.replace(/inst\._zod\.processJSONSchema = \(ctx, json, params\) => processors\.\w+\([^;]*\);/g, '');
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), fontLicenceTexts(), withoutSchemaPrinting()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    modulePreload: { polyfill: false },
    license: { fileName: 'licences/packages.txt' },
    reportCompressedSize: true,
    rolldownOptions: {
      treeshake: {
        // A schema nobody asks for is left out; the one module that acts by being imported stays.
        moduleSideEffects: (id) => !/packages\/contract\/src\/(?!without-eval)/.test(id),
      },
      output: {
        // What every page needs compresses better in one piece than in eight.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|zod|@tanstack\/(?!react-virtual|virtual-core)[^/]+)\//,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:7400' },
  },
});
