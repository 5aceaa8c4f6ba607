/** How the parts of a scorecard are said. */
import {
  type Category,
  type CategoryKindType,
  type QualityId,
  qualityWords,
  type RuleWindow,
  type ScalePoints,
  type ScorecardVersion,
} from '@rapport/contract';

export const kindNames: Record<CategoryKindType, string> = {
  quality: 'The scorer, and people',
  own: 'People only',
  rule: 'A rule over what is said, and people',
  examples: 'A model of your own reviews, and people',
  prompt: 'A prompt to your judge, and people',
};

export const windowNames: Record<RuleWindow, string> = {
  'next-reply': 'in the next reply',
  'next-three-replies': 'within three replies',
  conversation: 'anywhere after it',
};

const versionStates: Record<ScorecardVersion['state'], string> = {
  draft: 'draft',
  published: 'in use',
  archived: 'archived',
};

export const versionName = ({ number, state }: Pick<ScorecardVersion, 'number' | 'state'>): string =>
  `Version ${number}, ${versionStates[state]}`;

export const nameOfCategory = ({ name }: Pick<Category, 'name'>): string =>
  name.trim() === '' ? 'Not named yet' : name;

/** When it is asked and scored, in a few words. */
export function scoredWhen({ kind, condition }: Pick<Category, 'kind' | 'condition'>): string {
  const { channels, tags, signals } = condition;
  const parts = [
    ...(channels.length > 0 ? [`in ${either(channels)}`] : []),
    ...(tags.length > 0 ? [`tagged ${either(tags)}`] : []),
    ...(signals.length > 0 ? [`the customer ${either(signals.map((one) => one.replaceAll('-', ' ')))}`] : []),
  ];
  const called = kind.type === 'quality' ? openedWords(kind.quality) : 'always';
  return parts.length === 0 ? called : [...(called === 'always' ? [] : [called]), ...parts].join(', ');
}

const openedWords = (quality: QualityId): string =>
  qualityWords[quality].alwaysCalledFor ? 'always' : qualityWords[quality].openedBy;

export const either = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** The look of a point: the lowest is missed, the highest met, what lies between is partly. */
export const pointLook = (point: number, points: ScalePoints): 'missed' | 'partly' | 'met' =>
  point === 1 ? 'missed' : point === points ? 'met' : 'partly';

export const actWords = (act: string): string => act.replaceAll('-', ' ');
