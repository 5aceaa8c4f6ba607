/** A CSV of categories (group, category, scale, weight, critical) → the content of a scorecard, and its bad rows by name. */
import {
  type Category,
  type CategoryGroup,
  categoryOfQuality,
  emptyCategory,
  type PastReviewProblem,
  qualityIds,
  qualityWords,
  type ScorecardContent,
  scaleOf,
  scalePoints,
} from '@rapport/contract';
import { plainName } from '../csv/column-synonyms.ts';
import { readScale } from './read-rating.ts';
import { readTable, type TableRow } from './read-table.ts';

const names = {
  group: 'group category_group section group_name',
  category: 'category category_name name criterion criteria question rating_category',
  scale: 'scale rating_scale points scale_type',
  weight: 'weight importance weighting',
  critical: 'critical auto_fail autofail is_critical fail_all',
  said: 'description guidance definition help',
} as const;
type Field = keyof typeof names;

/** @throws RapportError `unreadable-file` when no column names the categories */
export async function readScorecardTable(
  bytes: Uint8Array,
): Promise<{ content: ScorecardContent; problems: PastReviewProblem[] }> {
  const { header, rows } = await readTable(bytes);
  const get = (row: TableRow, field: Field): string => {
    const at = header.findIndex((column) => names[field].split(' ').includes(plainName(column)));
    return (row.cells[at] ?? '').trim();
  };
  const groups: CategoryGroup[] = [];
  const problems: PastReviewProblem[] = [];
  const taken = new Set<string>();
  for (const row of rows) {
    const read = row.broken === null ? readCategory(row, get, taken) : 'The row cannot be taken apart.';
    if (typeof read === 'string') {
      const wayOut = 'Mend the row and bring the file again, or add the category by hand.';
      problems.push({ line: row.line, column: null, reason: read, wayOut, row: row.text });
      continue;
    }
    taken.add(read.id);
    const name = get(row, 'group').slice(0, 80) || 'Categories';
    const group = groups.find((one) => one.name === name);
    if (group !== undefined) group.categories.push(read);
    else groups.push({ id: `group-${groups.length + 1}`, name, categories: [read] });
  }
  return { content: { groups }, problems };
}

/** A category whose name is that of a quality is that quality: the scorer then judges it as well. */
function readCategory(
  row: TableRow,
  get: (row: TableRow, field: Field) => string,
  taken: ReadonlySet<string>,
): Category | string {
  const name = get(row, 'category');
  if (name === '') return 'It names no category.';
  if (name.length > 80) return `The name has ${name.length} characters; 80 are the most.`;
  const quality = qualityOf(name);
  const id = quality ?? `own-${taken.size + 1}`;
  if (taken.has(id)) return `“${name}” stands in it twice.`;
  const weightText = get(row, 'weight').replace(',', '.').replace('%', '');
  const weight = weightText === '' ? 1 : Number(weightText);
  if (!(weight > 0 && weight <= 100)) return `“${weightText}” is no weight above 0 and up to 100.`;
  const scaleText = get(row, 'scale');
  const read = scaleText === '' ? { lowest: 1, highest: 3 } : readScale(scaleText);
  const points = scalePoints.find((one) => read !== null && one === read.highest - read.lowest + 1);
  if (points === undefined) return `“${scaleText}” is no scale of 2, 3, 4 or 5 points.`;
  return {
    ...(quality === null ? emptyCategory(id) : categoryOfQuality(quality)),
    ...{ name, weight, scale: scaleOf(points), critical: readCritical(get(row, 'critical')) },
    ...(get(row, 'said') === '' ? {} : { said: get(row, 'said').slice(0, 300) }),
  };
}

function readCritical(text: string): Category['critical'] {
  if (/group|section/i.test(text)) return 'group';
  return /^(y|yes|true|1|x|review|all|critical|auto.?fail)/i.test(text) ? 'review' : null;
}

/** The quality of that name or id, or null; capitals and hyphens do not matter. */
export function qualityOf(name: string): (typeof qualityIds)[number] | null {
  const plain = plainName(name);
  return qualityIds.find((id) => plainName(id) === plain || plainName(qualityWords[id].name) === plain) ?? null;
}
