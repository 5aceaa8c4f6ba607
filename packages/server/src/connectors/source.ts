/** What a helpdesk's connector has to say of its helpdesk; everything else is the same for all of them. */
import type { IntakeFormat, SourceKind, SourceOffer } from '@rapport/contract';
import type { People } from '@rapport/intake';
import type { SourceApi } from './source-api.ts';

export interface Source {
  kind: SourceKind;
  format: IntakeFormat;
  offer: SourceOffer;
  /** Headers that say who asks; may ask the other side for a token first. */
  authorize(api: UnauthorizedApi): Promise<Readonly<Record<string, string>>>;
  /** Asks once, with as little as possible. @returns whom the other side takes us for, and what a person should know */
  introduce(api: SourceApi): Promise<{ account: string; remarks: string[] }>;
  /**
   * One page of what has changed since a moment. Whatever the other side sorts by, no page may be passed over because
   * something changed while it was turned: either each page begins where the last one ended, or the newest come first.
   */
  list(api: SourceApi, wish: ListWish): Promise<ChangedPage>;
  /** One conversation, or a part of it where it is long. */
  load(api: SourceApi, item: ChangedItem): Promise<LoadedPart>;
}

/** Before there are headers: settings, and a way to ask for a token. */
export type UnauthorizedApi = Pick<SourceApi, 'settings' | 'secrets' | 'memory' | 'post'>;

export interface ListWish {
  /** ISO instant; null: everything there is. */
  since: string | null;
  /** What the page before gave as `next`; null for the first. */
  token: string | null;
  /** `history`: the past, in whatever order; `live`: what changed since the last look. */
  walk: 'history' | 'live';
}

export interface ChangedItem {
  /** Id of the conversation in the source. */
  id: string;
  /** When it last changed, ISO, by the clock of the source; '' where the list does not say. */
  at: string;
  /** Where within the conversation reading goes on; null at its beginning. */
  part: string | null;
}

export interface ChangedPage {
  /** Without `part`: from the beginning. */
  items: { id: string; at: string; part?: string }[];
  /** Conversations that are no longer there. */
  gone?: string[];
  next: string | null;
}

export interface SourceEntry {
  /** Names it in problems, in the words of the source: "ticket 12". */
  where: string;
  value: unknown;
  /** When the other side said it, by its own clock, ISO. */
  at?: string;
  people?: People;
}

export interface LoadedPart {
  /** Absent where there is nothing to be read in it. */
  entry?: SourceEntry;
  /** Conversations that are no longer there: deleted, or merged into this one or another. */
  gone?: string[];
  /** Where the next part begins; null when this was the last. */
  next: string | null;
}
