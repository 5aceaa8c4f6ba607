/** One conversation, told once, that every source writes in its own shape; the suite reads it back and compares. */
import type { AuthorRole, Conversation, IntakeFormat } from '@rapport/contract';
import type { JsonObject } from './json/pick.ts';

export type Speaker = 'customer' | 'agent' | 'second' | 'note' | 'bot' | 'event';

export interface Turn {
  by: Speaker;
  /** ISO, with any offset. */
  at: string;
  text: string;
  /** In the place of `text`, for sources that send HTML. */
  html?: string;
}

export interface Scenario {
  /** Digits. */
  id: string;
  /** The first is the customer's. */
  turns: readonly Turn[];
}

export interface SourceCase {
  format: IntakeFormat;
  /** The entries of a file, in the order of the turns. */
  entries(scenario: Scenario): JsonObject[];
  /** The answer of the API around entries; absent where there is none. */
  envelope?(entries: readonly JsonObject[]): JsonObject;
  sendsHtml: boolean;
  /** Speakers whom the source cannot tell of. */
  lacks: readonly Speaker[];
  /** Speakers whose role the source leaves open in this case, with the role that is guessed. */
  guesses: Partial<Record<Speaker, AuthorRole>>;
  /** Several entries make one conversation. */
  entryIsMessage?: true;
}

/** The number of each speaker, where sources number people. */
export const numberOf: Readonly<Record<Speaker, number>> = {
  customer: 71,
  agent: 12,
  second: 13,
  note: 12,
  bot: 90,
  event: 1,
};
export const nameOf: Readonly<Record<Speaker, string>> = {
  customer: 'Ann Lee',
  agent: 'Mara Voss',
  second: 'Jonas Weil',
  note: 'Mara Voss',
  bot: 'Helper',
  event: 'System',
};

/** A number in JSON with all its digits, which a number here would lose. */
export const long = (digits: string): string => `int64:${digits}`;
export const writeJson = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replaceAll(/"int64:(\d+)"/g, '$1');

export const epoch = (at: string): number => Math.floor(Date.parse(at) / 1000);

/** Text as an editor of HTML writes it. */
export const asHtml = ({ text, html }: Turn): string =>
  html ??
  (text === '' ? '' : `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`);

const roleOf = {
  customer: 'customer',
  agent: 'agent',
  second: 'agent',
  note: 'agent',
  bot: 'bot',
  event: 'system',
} as const;
const isNote = (turn: Turn, source: SourceCase): boolean =>
  turn.by === 'note' || (turn.by === 'event' && ['chatwoot', 'libredesk'].includes(source.format));
/** What the suite compares of every message. */
export const messagesOf = ({ conversations }: { conversations: readonly Conversation[] }) =>
  conversations.flatMap(({ messages }) =>
    messages.map(({ role, roleGuessed, visibility, text, at }) => ({
      role,
      guessed: roleGuessed === true,
      visibility,
      text,
      at,
    })),
  );
/** The same, as it was told. */
export const expected = (source: SourceCase, scenario: Scenario) =>
  scenario.turns.map((turn) => ({
    role: source.guesses[turn.by] ?? roleOf[turn.by],
    guessed: source.guesses[turn.by] !== undefined,
    visibility: isNote(turn, source) ? 'internal' : 'public',
    text: turn.text,
    at: new Date(turn.at).toISOString(),
  }));
