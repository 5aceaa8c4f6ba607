/** How a source writes its conversations in JSON: the one thing a new source has to say. */
import type { AuthorRole, IntakeFormat } from '@rapport/contract';
import type { ReadItem } from './item.ts';
import type { JsonObject } from './pick.ts';

export interface JsonShape {
  format: IntakeFormat;
  /** What such a file is, in plain words. */
  headline: string;
  /** Whether an entry can only be of this source. */
  isEntry(entry: JsonObject): boolean;
  /** A reader for one reading of a file. */
  createReader(): ReadItem;
  /** The reader remembers earlier entries, so going on begins by reading them again. */
  remembers?: boolean;
  /** Lists of people beside the list of conversations, with what everybody in them is. */
  peopleLists?: Readonly<Record<string, AuthorRole | null>>;
}
