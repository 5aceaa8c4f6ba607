/** The scorecard a team starts from: the fourteen qualities with their questions, and words out of their tested examples. */
import { type Category, defaultScorecardContent, type ScorecardContent } from '@rapport/contract';
import { allQualities } from './all-qualities.ts';
import type { QualityDefinition, QualityExample } from './quality-definition.ts';

/** As the contract's default, worded; a category keeps its id, weight and scale. */
export function startingScorecard(): ScorecardContent {
  return {
    groups: defaultScorecardContent().groups.map((group) => ({
      ...group,
      categories: group.categories.map(withWords),
    })),
  };
}

function withWords(category: Category): Category {
  const { kind } = category;
  const quality = allQualities.find(({ id }) => kind.type === 'quality' && id === kind.quality);
  if (quality === undefined) return category;
  return {
    ...category,
    said: quality.question,
    guidance: (['missed', 'partly', 'met'] as const).map((verdict) => titleOf(quality, verdict)),
    examples: { met: replyOf(quality, 'met'), missed: replyOf(quality, 'missed') },
  };
}

const firstOf = ({ examples }: QualityDefinition, verdict: QualityExample['expect']): QualityExample | undefined =>
  examples.find(({ expect }) => expect === verdict);

function titleOf(quality: QualityDefinition, verdict: QualityExample['expect']): string {
  const title = firstOf(quality, verdict)?.title;
  return title === undefined ? '' : `${title}.`;
}

/** The words the verdict rests on, or the whole last reply. */
function replyOf(quality: QualityDefinition, verdict: QualityExample['expect']): string[] {
  const example = firstOf(quality, verdict);
  const reply = example?.response ?? example?.turns.findLast(({ role }) => role === 'agent')?.text;
  return reply === undefined ? [] : [reply.slice(0, 600)];
}
