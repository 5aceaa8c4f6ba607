import { RapportError } from '@rapport/contract';

/** Why the database could not be made ready; one reason per way out, so that callers and tests never read the prose. */
export type DatabaseReason =
  | 'binaries_missing'
  | 'binaries_do_not_run'
  | 'no_system_user'
  | 'folder_closed'
  | 'folder_not_writable'
  | 'initialise_failed'
  | 'start_failed'
  | 'start_timeout'
  | 'stop_failed'
  | 'other_owner'
  | 'connection_file_damaged'
  | 'password_refused'
  | 'url_unreadable'
  | 'unreachable'
  | 'version_too_old'
  | 'encoding_not_utf8'
  | 'row_security_off'
  | 'different_databases';

type Parts = { what: string; why: string; wayOut: string; cause?: unknown };

/**
 * The one error of this folder: `database-unusable` with its reason. Its message is always three sentences: what
 * happened, why it matters, the way out. It never holds a password: addresses are written without their secret.
 */
export class DatabaseError extends RapportError {
  readonly reason: DatabaseReason;

  constructor(reason: DatabaseReason, { cause, ...parts }: Parts) {
    super('database-unusable', parts, cause === undefined ? undefined : { cause });
    this.name = 'DatabaseError';
    this.reason = reason;
  }
}

/** The errno or SQLSTATE of a thrown value (`ENOENT`, `28P01`), or '' when it carries none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
