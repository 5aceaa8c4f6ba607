/** One answer of a helpdesk's API, or one webhook body, through the same readers as a file. */

import type { IntakeFormat, IntakePlan, IntakeProblem } from '@rapport/contract';
import { shapeOf } from './json/all-shapes.ts';
import { isObject } from './json/pick.ts';
import { defaultLimits, type IntakeLimits } from './limits.ts';
import { emptyLook } from './prepared/empty-look.ts';
import { makeProblem } from './problem.ts';
import type { ConversationHead, IntakeMessage } from './record.ts';
import { createWarnOnce } from './warn-once.ts';
import type { People } from './who/people.ts';

export interface EntryRead {
  /** Null when nothing of the entry can be used. */
  conversation: ConversationHead | null;
  /** In the order of the source; none where an entry only tells of a change, such as a rating. */
  messages: IntakeMessage[];
  hasMessageIds: boolean;
  problems: IntakeProblem[];
}

/**
 * Reads an entry that is parsed already; parse with `parseJson`, which keeps the digits of long ids. `where` names it in
 * problems, such as the address it came from.
 */
export function readEntry(
  entry: unknown,
  o: {
    format: IntakeFormat;
    where: string;
    people?: People;
    ownDomains?: readonly string[];
    timeZone?: string | null;
    limits?: IntakeLimits;
  },
): EntryRead {
  const nothing = { conversation: null, messages: [], hasMessageIds: false };
  if (!isObject(entry)) {
    const reason = 'The entry is not an object.';
    return { ...nothing, problems: [makeProblem('not-a-conversation', reason, { file: o.where })] };
  }
  const limits = o.limits ?? defaultLimits;
  const plan = { ...livePlan, format: o.format, timeZone: o.timeZone ?? null };
  const read = shapeOf(o.format).createReader()(entry, {
    plan,
    limits,
    ownDomains: o.ownDomains ?? [],
    people: o.people,
  });
  const warnOnce = createWarnOnce(o.where);
  const problems = read.problems.flatMap(({ code, column, reason, units }) => {
    const place = { file: o.where, column, units };
    const problem =
      units > 0 ? makeProblem(code, reason, place) : warnOnce(code, reason, { line: null, column: column ?? '' });
    return problem ? [problem] : [];
  });
  if (read.conversation === null) return { ...nothing, problems };
  const messages = read.messages.map((message, index) => ({ ...message, order: index + 1 }));
  return { conversation: read.conversation, messages, hasMessageIds: read.hasMessageIds, problems };
}

const livePlan: Omit<IntakePlan, 'format'> = { ...emptyLook, member: null, encoding: 'utf-8', headline: '' };
