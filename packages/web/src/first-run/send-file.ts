/** Sends a file with its progress, which `fetch` cannot tell. */
import {
  addressOf,
  type ErrorCode,
  errorCodes,
  type ImportRun,
  importRun,
  problem,
  RapportError,
  startImport,
} from '@rapport/contract';

export interface Sending {
  file: File;
  /** Names the origin; empty: by the file's format. */
  source: string;
  onProgress: (sentBytes: number) => void;
  signal: AbortSignal;
}

/**
 * @returns the import, once every byte is safely received
 * @throws RapportError with the server's code, or `unavailable`; DOMException `AbortError` when stopped by the person
 */
export function sendFile({ file, source, onProgress, signal }: Sending): Promise<ImportRun> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = { fileName: file.name, source: source.trim() };
    request.open(startImport.method, addressOf(startImport, { query }));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded));
    request.addEventListener('load', () => {
      const answer = readJson(request.responseText);
      const run = importRun.safeParse(answer);
      if (request.status >= 200 && request.status < 300 && run.success) resolve(run.data);
      else reject(refusal(request.status, answer));
    });
    request.addEventListener('error', () => reject(brokenOff(file)));
    request.addEventListener('abort', () => reject(new DOMException('Stopped by the person.', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function refusal(status: number, answer: unknown): RapportError {
  const said = problem.safeParse(answer);
  if (!said.success) return new RapportError('internal', { what: `The server answered ${status} without saying why.` });
  const { code, detail, wayOut } = said.data;
  const known = code in errorCodes ? (code as ErrorCode) : 'internal'; // checked by the line itself
  return new RapportError(known, {
    what: detail,
    why: 'Nothing was stored.',
    ...(wayOut === undefined ? {} : { wayOut }),
  });
}

/** A folder, or a file that was moved or changed meanwhile, cannot be read by the browser and looks the same. */
const brokenOff = (file: File): RapportError =>
  new RapportError('unavailable', {
    what: `“${file.name}” could not be sent.`,
    why: 'Nothing was stored.',
    wayOut: 'Is Rapport still running, and is it a file rather than a folder? Then try again.',
  });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
