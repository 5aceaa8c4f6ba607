/**
 * Whose customer had to write again: another conversation of the same customer begun within seven days after this one, or
 * one of which the source itself says that it takes this one up again.
 */

export interface ConversationSpan {
  id: string;
  customer: string | null;
  /** ISO instants of the first and the last message. */
  from: string | null;
  to: string | null;
  /** The earlier conversation that this one takes up again, where the source says so. */
  followUpOf?: string;
}

export const wroteAgainDays = 7;
/** A name with more conversations than this is no person but a shared one, such as "Customer" or "Guest". */
export const mostConversationsOfOnePerson = 20;
/** Where more customers than this write again anyway (regulars, a test panel) it says nothing about the service. */
export const regularsShare = 0.5;

/**
 * @returns per conversation true or false; null where the customer or the times are unknown, or where the data end
 *   less than seven days after it and nothing came in the days that were watched; null for all among regulars.
 */
export function findWroteAgain(spans: readonly ConversationSpan[]): Map<string, boolean | null> {
  const limit = wroteAgainDays * 86_400_000;
  const endOfData = findEnd(spans);
  const byCustomer = new Map<string, { id: string; from: number; to: number }[]>();
  const answers = new Map<string, boolean | null>();
  for (const { id, customer, from, to } of spans) {
    answers.set(id, null);
    if (customer === null || from === null || to === null) continue;
    const span = { id, from: Date.parse(from), to: Date.parse(to) };
    const known = byCustomer.get(customer);
    if (known) known.push(span);
    else byCustomer.set(customer, [span]);
  }
  for (const list of byCustomer.values()) {
    if (list.length > mostConversationsOfOnePerson) continue;
    list.sort((a, b) => a.from - b.from);
    for (const [index, one] of list.entries()) {
      const next = list.slice(index + 1).find(({ from }) => from >= one.to);
      const again = next !== undefined && next.from - one.to <= limit;
      answers.set(one.id, again ? true : endOfData - one.to >= limit ? false : null);
    }
  }
  for (const id of findTakenUp(spans, limit)) answers.set(id, true);
  return areRegulars(answers) ? new Map([...answers.keys()].map((id) => [id, null])) : answers;
}

/** A follow-up counts in the same seven days: later ones would depend on how long the data were watched. */
function findTakenUp(spans: readonly ConversationSpan[], limit: number): string[] {
  const endOf = new Map(spans.map(({ id, to }) => [id, to]));
  return spans.flatMap(({ from, followUpOf }) => {
    const end = followUpOf === undefined ? null : (endOf.get(followUpOf) ?? null);
    if (followUpOf === undefined || from === null || end === null) return [];
    return Date.parse(from) - Date.parse(end) <= limit ? [followUpOf] : [];
  });
}

function areRegulars(answers: ReadonlyMap<string, boolean | null>): boolean {
  const known = [...answers.values()].filter((answer) => answer !== null);
  return known.length > 0 && known.filter(Boolean).length / known.length > regularsShare;
}

function findEnd(spans: readonly ConversationSpan[]): number {
  return spans.reduce((latest, { to }) => (to === null ? latest : Math.max(latest, Date.parse(to))), -Infinity);
}
