/**
 * Hears the notices of `changeImport` on one connection for the whole process, and hands them to whoever watches that
 * import. A lost connection is made anew; what was missed meanwhile, the watchers find when they look again.
 */
import { Client } from 'pg';
import { importChannel } from './imports.ts';

export interface ImportNoticeBoard {
  listen(importId: number, told: () => void): () => void;
  close(): Promise<void>;
}

const reconnectMilliseconds = 1000;

export function openImportNotices(appUrl: string): ImportNoticeBoard {
  const listeners = new Map<number, Set<() => void>>();
  let client: Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new Client({ connectionString: appUrl, application_name: 'rapport notices' });
    fresh.on('error', () => {});
    fresh.on('end', retry);
    fresh.on('notification', ({ payload }) => {
      for (const told of listeners.get(Number(payload)) ?? []) told();
    });
    client = fresh;
    await fresh.connect();
    await fresh.query(`LISTEN ${importChannel}`);
  };

  const start = (): void => {
    connect().catch(() => client?.end().catch(() => {}));
  };

  const retry = (): void => {
    client = null;
    clearTimeout(timer);
    // Without watchers there is nothing to hear; the next one connects.
    if (!closed && listeners.size > 0) timer = setTimeout(start, reconnectMilliseconds).unref();
  };

  return {
    listen: (importId, told) => {
      const own = listeners.get(importId) ?? new Set();
      listeners.set(importId, own.add(told));
      if (client === null && !closed) start();
      return () => {
        own.delete(told);
        if (own.size === 0) listeners.delete(importId);
      };
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
