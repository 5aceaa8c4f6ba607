import { RapportError } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { readServeSettings } from './serve-settings.ts';

describe('the settings of a server', () => {
  it('needs none', () => {
    expect(readServeSettings({})).toEqual({
      ...{
        host: '127.0.0.1',
        port: 7400,
        publicUrl: undefined,
        uploadLimitBytes: 64 * 2 ** 20,
        runWorker: true,
        logLevel: 'info',
      },
      checkAnswers: false,
    });
  });

  it('takes what is said, and reads an empty value as nothing said', () => {
    const said = { PORT: '7401', PUBLIC_URL: 'https://rapport.example.org/', RAPPORT_UPLOAD_LIMIT: '200 MB' };
    expect(readServeSettings({ ...said, RAPPORT_WORKER: 'off', RAPPORT_LOG: ' ' })).toMatchObject({
      ...{ port: 7401, publicUrl: 'https://rapport.example.org', uploadLimitBytes: 200 * 2 ** 20, runWorker: false },
    });
  });

  it('refuses what it would have to guess, and says what it takes', () => {
    for (const said of [
      { PORT: 'http' },
      { HOST: 'everywhere' },
      { PORT: '70000' },
      { PUBLIC_URL: 'rapport.example.org' },
      { PUBLIC_URL: 'https://example.org/rapport' },
      { RAPPORT_UPLOAD_LIMIT: '1 GB' },
      { RAPPORT_WORKER: 'maybe' },
      { RAPPORT_LOG: 'loud' },
    ]) {
      const name = Object.keys(said)[0] ?? '';
      expect(() => readServeSettings(said), name).toThrow(RapportError);
      expect(() => readServeSettings(said), name).toThrow(`The setting ${name} is`);
    }
  });
});
