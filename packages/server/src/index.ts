/** What the command line and the benchmarks use of the server. */
export { type AppOptions, createApp } from './create-app.ts';
export { languageOf } from './detect-language.ts';
export { type RunningRapport, type ServeOptions, serveRapport } from './main.ts';
export { type OpenOptions, type OpenRapport, openRapport } from './open-rapport.ts';
export { runWorkerProcess, type WorkerProcessOptions } from './run-worker-process.ts';
export { type Environment, readServeSettings, type ServeSettings } from './serve-settings.ts';
