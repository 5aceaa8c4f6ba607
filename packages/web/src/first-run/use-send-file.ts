import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { sendFile } from './send-file.ts';
import { keepImport } from './use-imports.ts';

export type SendState =
  | { kind: 'idle' }
  | { kind: 'sending'; fileName: string; sentBytes: number; allBytes: number }
  | { kind: 'failed'; error: unknown };

/** Sends one file at a time and shows it as the newest import as soon as it is received; `send` tells whether it was. */
export function useSendFile(source: string) {
  const queries = useQueryClient();
  const [state, setState] = useState<SendState>({ kind: 'idle' });
  const stop = useRef<AbortController | null>(null);

  const send = useCallback(
    async (file: File): Promise<boolean> => {
      if (stop.current) return false;
      const controller = new AbortController();
      stop.current = controller;
      const show = (sentBytes: number) =>
        setState({ kind: 'sending', fileName: file.name, sentBytes, allBytes: file.size });
      show(0);
      try {
        keepImport(queries, await sendFile({ file, source, onProgress: show, signal: controller.signal }));
        setState({ kind: 'idle' });
        return true;
      } catch (error) {
        setState(controller.signal.aborted ? { kind: 'idle' } : { kind: 'failed', error });
        return false;
      } finally {
        stop.current = null;
      }
    },
    [queries, source],
  );
  return { state, send, cancel: () => stop.current?.abort() };
}
