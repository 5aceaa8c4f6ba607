/** What a guide to one quality holds: short enough to be read between two conversations. */
import type { QualityId } from '@rapport/contract';

export interface Guide {
  quality: QualityId;
  /** Why customers care, in two or three sentences. */
  why: string;
  /** What somebody reading over your shoulder would see. */
  looksLike: string;
  examples: readonly GuideExample[];
  /** Three small things to do every day. */
  habits: readonly [string, string, string];
  /** Something to try once, with an end. */
  exercise: string;
}

/** One situation answered twice. The words are made up; the scorer of this product judges both replies in a test. */
export interface GuideExample {
  title: string;
  /** What was said before the reply, oldest first. */
  turns: readonly GuideTurn[];
  before: GuideReply;
  after: GuideReply;
}

export interface GuideTurn {
  role: 'customer' | 'agent';
  text: string;
  at?: string;
}

export interface GuideReply {
  text: string;
  at?: string;
  /** What the words do, or leave out. */
  because: string;
}
