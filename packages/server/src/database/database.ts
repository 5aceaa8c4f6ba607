/** Where this folder reports to: a pino logger and `console` both fit. Never receives a password or an address with one. */
export type DatabaseLog = {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
};

/** A PostgreSQL that is ready to be migrated and to serve. */
export type Database = {
  /** Connection string of the role that owns the objects: for migrations, never for serving. */
  ownerUrl: string;
  /** Connection string of the role that serves: neither superuser nor BYPASSRLS, so row-level security holds for it. */
  appUrl: string;
  /** The names of both roles, for the GRANTs of migrations. Equal when a foreign server was named by one URL alone. */
  ownerRole: string;
  appRole: string;
  /** `own`: the cluster in the data folder. `foreign`: the server named by DATABASE_URL. */
  kind: 'own' | 'foreign';
  /** True when the server was already running: started by another process, or by an earlier run that was killed. */
  attached: boolean;
  /** False only on a foreign server, and only where the operator has said that it may be so. */
  rowSecurity: boolean;
  dataFolder: string;
  /** For example `18.4`. */
  serverVersion: string;
  /**
   * Stops the server in good order (running statements are cancelled, everything acknowledged is kept) if this process
   * started it; otherwise it leaves the server to the others. Safe to call twice.
   *
   * @param options.evenIfAttached also stop our own cluster when another process started it. A foreign server is never
   *   stopped.
   * @param options.leaveRunning stop nothing: others still use the server, and they watch over it from here on
   */
  stop(options?: { evenIfAttached?: boolean; leaveRunning?: boolean }): Promise<void>;
};
