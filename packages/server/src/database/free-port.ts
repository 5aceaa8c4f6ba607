import { createServer } from 'node:net';

/**
 * A port on 127.0.0.1 that nobody listens on: `wanted` when it is free, otherwise one the system picks. Somebody may
 * take it before PostgreSQL does; the start then fails with "could not bind" and is tried again with another.
 */
export async function findFreePort(wanted?: number): Promise<number> {
  return (wanted === undefined ? null : await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(null));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
