/** The first look at a source that is prepared: its counts, its times, and who speaks in it. */
import type { AuthorRole, IntakeFormat, PlanSpeaker } from '@rapport/contract';
import { countOf } from '../count-words.ts';
import { excerpt } from '../excerpt.ts';
import { createTimeTally } from '../fields/time-tally.ts';
import { emptyLook, type PreparedLook } from './empty-look.ts';
import type { PreparedLine } from './prepared-line.ts';

const speakersShown = 50;
const looksAtLines = 200;

export async function lookAtLines(
  lines: AsyncIterable<PreparedLine>,
  o: { format: IntakeFormat; what: string; whole: boolean },
): Promise<{ look: PreparedLook } | null> {
  const times = createTimeTally();
  const conversations = new Set<string>();
  const speakers = new Map<string, PlanSpeaker & { guesses: Map<AuthorRole, number> }>();
  let units = 0;
  let messages = 0;
  for await (const line of lines) {
    units += 1;
    if ('message' in line) {
      messages += 1;
      conversations.add(line.conversation.id);
      if (line.message.date !== '') times.add(line.message.date);
      if (line.role !== 'system') addSpeaker(speakers, line);
    }
    if (!o.whole && units >= looksAtLines) break;
  }
  if (messages === 0) return null;
  const counted = o.whole ? `: ${countOf(messages, 'message')} in ${countOf(conversations.size, 'conversation')}` : '';
  const list = [...speakers.values()].map(({ guesses, ...one }) => ({ ...one, role: mostly(guesses) }));
  const unsure = list.filter(({ sure, role }) => !sure && role === 'agent').map(({ name }) => `“${excerpt(name, 40)}”`);
  const guessed =
    unsure.length > 0
      ? ` ${unsure.slice(0, 3).join(', ')} ${unsure.length === 1 ? 'is' : 'are'} taken for the team’s; that is a guess to confirm.`
      : '';
  return {
    look: {
      ...emptyLook,
      ...times.result(),
      format: o.format,
      units: o.whole ? units : null,
      conversations: o.whole ? conversations.size : null,
      speakers: list,
      headline: `${o.what}${counted}.${guessed}`,
    },
  };
}

function addSpeaker(
  speakers: Map<string, PlanSpeaker & { guesses: Map<AuthorRole, number> }>,
  line: Extract<PreparedLine, { message: unknown }>,
): void {
  const name = line.message.author;
  let one = speakers.get(name);
  if (!one) {
    if (speakers.size >= speakersShown) return;
    one = {
      name,
      role: 'customer',
      sure: line.role !== undefined,
      turns: 0,
      sample: excerpt(line.message.text, 120),
      guesses: new Map(),
    };
    speakers.set(name, one);
  }
  one.turns += 1;
  const role = line.role ?? line.guess;
  one.guesses.set(role, (one.guesses.get(role) ?? 0) + 1);
}

const mostly = (guesses: ReadonlyMap<AuthorRole, number>): AuthorRole =>
  [...guesses].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'customer';
