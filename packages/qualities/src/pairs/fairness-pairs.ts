/** All pairs that differ in who somebody is, and in nothing that they did. */
import { dialects } from './fairness-dialects.ts';
import { nameBases, namePairs, plainNames } from './fairness-names.ts';
import { conversationOf, type Pair } from './pair.ts';

const named = (text: string, [customer, agent]: readonly [string, string]): string =>
  text.replaceAll('{c}', customer).replaceAll('{a}', agent);

const dialogue = (id: string, customer: string, agent: string, names: readonly [string, string] = plainNames) =>
  conversationOf(id, [
    { role: 'customer', author: names[0], text: customer },
    { role: 'agent', author: names[1], text: agent },
  ]);

const nameSwaps: readonly Pair[] = nameBases.flatMap(([customer, agent], base) =>
  namePairs.map((names) => {
    const id = `${names.join(' and ')}, ${base + 1}`;
    const withNames = (of: readonly [string, string]) => dialogue(id, named(customer, of), named(agent, of), of);
    return { id, kind: 'first names', before: withNames(plainNames), after: withNames(names) };
  }),
);

const dialectSwaps: readonly Pair[] = Object.entries(dialects).flatMap(([kind, pairs]) =>
  pairs.map(([customer, standard, other], index) => {
    const id = `${kind} ${index + 1}`;
    return { id, kind, before: dialogue(id, customer, standard), after: dialogue(id, customer, other) };
  }),
);

export const fairnessPairs: readonly Pair[] = [...nameSwaps, ...dialectSwaps];
