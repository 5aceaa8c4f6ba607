/** What publishing a draft changes against the version before, in sentences. */
import { type Category, listCategories, type ScorecardContent } from '@rapport/contract';

/** None when nothing changes. Weights are told as what each comes to, since only shares count. */
export function describeChange(before: ScorecardContent, after: ScorecardContent): string[] {
  const old = new Map(listCategories(before).map((one) => [one.id, one]));
  const now = listCategories(after);
  const kept = now.flatMap((one) => {
    const was = old.get(one.id);
    return was === undefined ? [] : [{ was, is: one }];
  });
  const added = now.filter(({ id }) => !old.has(id));
  const removed = listCategories(before).filter(({ id }) => !now.some((one) => one.id === id));
  const [oldTotal, newTotal] = [totalOf(before), totalOf(after)];
  const weighed = kept.filter(({ was, is }) => was.weight !== is.weight);
  return [
    ...listed(added, 'is rated from now on', 'are rated from now on'),
    ...listed(removed, 'is no longer rated', 'are no longer rated'),
    ...weighed.map(
      ({ was, is }) =>
        `${nameOf(is)} counts ${percent(is.weight / newTotal)} of the whole instead of ${percent(was.weight / oldTotal)}.`,
    ),
    ...kept.flatMap(({ was, is }) => describeCategory(was, is)),
    ...(orderOf(before) === orderOf(after) ? [] : ['The order or the groups are different.']),
  ];
}

export const totalOf = (content: ScorecardContent): number =>
  listCategories(content).reduce((sum, { weight }) => sum + weight, 0);

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

function describeCategory(was: Category, is: Category): string[] {
  const name = nameOf(is);
  const words = [was.said, was.naWhen, was.guidance, was.examples, was.scale.labels];
  const newWords = [is.said, is.naWhen, is.guidance, is.examples, is.scale.labels];
  return [
    ...(was.name === is.name ? [] : [`${nameOf(was)} is called ${name}.`]),
    ...(was.scale.points === is.scale.points
      ? []
      : [`${name} is rated in ${is.scale.points} points instead of ${was.scale.points}.`]),
    ...(was.critical === is.critical ? [] : [criticalSentence(name, is.critical)]),
    ...(same(was.kind, is.kind) ? [] : [`${name} is judged another way.`]),
    ...(same(was.condition, is.condition) ? [] : [`${name} is asked of other conversations.`]),
    ...(was.allowNa === is.allowNa
      ? []
      : [`${name} ${is.allowNa ? 'may now be' : 'can no longer be'} not applicable.`]),
    ...(same(was.rootCauses, is.rootCauses) ? [] : [`${name} asks for other root causes.`]),
    ...(was.scale.points === is.scale.points && !same(words, newWords) ? [`The wording of ${name} is different.`] : []),
  ];
}

export function criticalSentence(name: string, critical: Category['critical']): string {
  if (critical === null) return `${name} is no longer critical.`;
  return `Below half of its scale, ${name} now sets the ${critical === 'review' ? 'whole review' : 'group'} to 0.`;
}

function listed(categories: readonly Category[], one: string, many: string): string[] {
  if (categories.length === 0) return [];
  const names = categories.map(nameOf);
  const text = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return [`${text} ${names.length === 1 ? one : many}.`];
}

const nameOf = ({ name }: Category): string => (name.trim() === '' ? 'A category without a name' : name.trim());
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const orderOf = ({ groups }: ScorecardContent): string =>
  JSON.stringify(groups.map(({ name, categories }) => [name, categories.map(({ id }) => id)]));
