/** A piece of a conversation on its way into the store. */
import type { MaskCounts } from '@rapport/contract';
import type { ConversationHead, Fragment, IntakeMessage } from '@rapport/intake';

export interface ArrivedPiece {
  /** A head with nothing but its id says nothing of the conversation. */
  conversation: ConversationHead;
  messages: IntakeMessage[];
  /** False: the piece is the whole conversation, and takes the place of what was there. */
  hasMessageIds: boolean;
  /**
   * When the source said this, by its own clock: the newest word wins, in whatever order pieces come. Null where the
   * order in which they come is the truth.
   */
  saidAt: string | null;
  /**
   * Read from the past: everything that was there at that moment, or the rest of a long conversation. Only the moment of
   * its beginning is remembered, not each word.
   */
  past?: 'beginning' | 'rest';
  /** Ids of messages the source has deleted, or the whole conversation. */
  gone: 'conversation' | string[];
}

/** What an arrival holds until it is stored. */
export interface ArrivalContent {
  pieces: ArrivedPiece[];
  masked: MaskCounts;
  /** Messages of agents by the domain of their address, counted before masking. */
  agentDomains: [domain: string, messages: number][];
}

/** As the reader of a file would hand it on. */
export const fragmentOf = ({ conversation, messages, hasMessageIds }: ArrivedPiece): Fragment => ({
  kind: 'fragment',
  ...{ conversation, messages, hasMessageIds },
  units: messages.length,
  line: 0,
  after: { byte: 0, line: 0, units: 0 },
});

/** Says nothing of a conversation but which it is. */
export const bareHead = (id: string): ConversationHead => ({
  ...{ id, channel: 'other', subject: '', customer: null, assignee: null, status: null, tags: [], resolved: null },
  ...{ csatRaw: null, csatMax: null, language: null, outcomes: {} },
});
