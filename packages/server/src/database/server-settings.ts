import { totalmem } from 'node:os';

type Wishes = { port: number; durable: boolean };

/**
 * The settings of our own server, all on the command line: what runs is what stands here, whatever the configuration
 * file of an older release says. Who wants to tune further runs a PostgreSQL of their own and sets DATABASE_URL.
 */
export function serverSettings({ port, durable }: Wishes): string[] {
  const settings: Record<string, string> = {
    // Reachable from this machine only, by password only; the bundled build is not one to show to a network.
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: '100',

    // A failing statement can carry a customer's words. The caller gets the error; the log gets the server's own life.
    log_destination: 'stderr',
    logging_collector: 'off',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_timezone: 'UTC',
    timezone: 'UTC',

    // No replica reads this log, so bulk loads into new tables may skip it. Backups are made by Rapport itself.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',

    shared_buffers: durable ? `${sharedMegabytes()}MB` : '64MB',
    work_mem: '16MB',
    maintenance_work_mem: durable ? '128MB' : '32MB',
    random_page_cost: '1.1',
    // Compiling costs more than it wins on queries of this size.
    jit: 'off',
    // Synchronous commit stays on even so: a killed server then still keeps what it acknowledged, a power cut may not.
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** An eighth of the memory we may use, from 128 MB to 1 GB; a container's limit counts, not the host's memory. */
function sharedMegabytes(): number {
  const allowed = process.constrainedMemory?.() ?? 0;
  const bytes = allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
  return Math.round(Math.min(1024, Math.max(128, bytes / 8 / 2 ** 20)));
}
