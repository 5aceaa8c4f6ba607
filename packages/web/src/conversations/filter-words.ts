/** Filters in words: what a chip says, and everything that can be added. */
import {
  type ConversationFilter,
  channelNames,
  channels,
  conversationSorts,
  qualityIds,
  qualityWords,
  scoreVerdicts,
  signalKinds,
  weekPartWords,
} from '@rapport/contract';
import { verdictName } from '../design/level-words.ts';
import type { FilterField } from './filter-address.ts';

export interface FilterWord {
  field: FilterField;
  /** What is filtered, in small words before the value. */
  name: string;
  value: string;
}

/** One thing that can be added to a filter. */
export interface FilterChoice extends FilterWord {
  add: Partial<ConversationFilter>;
}

type Signal = NonNullable<ConversationFilter['signal']>;
type Flag = NonNullable<ConversationFilter['flag']>;
type Rated = NonNullable<ConversationFilter['rated']>;
type Feeling = NonNullable<ConversationFilter['feeling']>;

export const signalNames: Record<Signal, string> = {
  repeated: 'repeated themselves',
  chased: 'asked for news',
  'asked-for-manager': 'asked for a manager',
  'threatened-to-leave': 'threatened to leave',
  'denied-resolved': 'said it is not solved',
  'confirmed-resolved': 'said it is solved',
  thanked: 'said thanks',
  'wrote-again': 'had to write again',
};
const flagNames: Record<Flag, string> = {
  'fix-first': 'fixed before acknowledged',
  exceptional: 'exceptional',
  'open-promise': 'open promise',
  goodwill: 'goodwill given',
  unsure: 'machine unsure',
  'not-scored': 'not scored',
};
const ratedNames: Record<Rated, string> = { satisfied: 'satisfied', unsatisfied: 'not satisfied', none: 'not rated' };
const askedNames: Record<NonNullable<ConversationFilter['asked']>, string> = {
  promoter: 'would recommend us (9, 10)',
  passive: 'neither for nor against (7, 8)',
  detractor: 'would not recommend us (0 to 6)',
  easy: 'found it easy',
  'not-easy': 'did not find it easy',
};
const feelingNames: Record<Feeling, string> = {
  lifted: 'lifted',
  fell: 'fell',
  'very-upset-at-start': 'very upset at the start',
  'unhappy-at-end': 'unhappy at the end',
};

export const sortNames: Record<(typeof conversationSorts)[number], string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  'most-to-learn': 'Most to learn first',
  unhappiest: 'Unhappiest first',
};
export const sortChoices = conversationSorts.map((value) => ({ value, name: sortNames[value] }));

/** The chips of a filter, in a steady order; the sort is no chip. */
export function filterWords(filter: ConversationFilter): FilterWord[] {
  const words: (FilterWord | null)[] = [
    filter.q === undefined ? null : { field: 'q', name: 'with the words', value: `“${filter.q}”` },
    filter.quality === undefined
      ? null
      : { field: 'quality', name: 'quality', value: qualityWords[filter.quality].name },
    filter.verdict === undefined ? null : { field: 'verdict', name: 'level', value: verdictName(filter.verdict) },
    filter.followed === undefined ? null : { field: 'followed', name: 'trouble followed', value: filter.followed },
    filter.begun === undefined
      ? null
      : { field: 'begun', name: 'begun', value: `${weekPartWords[filter.begun].name}, by ${filter.zone ?? 'UTC'}` },
    filter.signal === undefined ? null : { field: 'signal', name: 'customer', value: signalNames[filter.signal] },
    filter.feeling === undefined ? null : { field: 'feeling', name: 'feeling', value: feelingNames[filter.feeling] },
    filter.rated === undefined ? null : { field: 'rated', name: 'rating', value: ratedNames[filter.rated] },
    filter.asked === undefined ? null : { field: 'asked', name: 'answer', value: askedNames[filter.asked] },
    filter.resolved === undefined ? null : { field: 'resolved', name: 'resolved', value: filter.resolved },
    filter.flag === undefined ? null : { field: 'flag', name: 'only', value: flagNames[filter.flag] },
    filter.channel === undefined ? null : { field: 'channel', name: 'by', value: channelNames[filter.channel] },
    filter.agentId === undefined ? null : { field: 'agentId', name: 'agent', value: 'one agent' },
    filter.teamId === undefined ? null : { field: 'teamId', name: 'of', value: 'one team' },
    filter.source === undefined ? null : { field: 'source', name: 'source', value: filter.source },
    filter.importId === undefined ? null : { field: 'importId', name: 'from', value: 'one import' },
    filter.reason === undefined ? null : { field: 'reason', name: 'about', value: reasonWords(filter.reason) },
    filter.from === undefined ? null : { field: 'from', name: 'from', value: filter.from.slice(0, 10) },
    filter.to === undefined ? null : { field: 'to', name: 'to', value: filter.to.slice(0, 10) },
  ];
  return words.filter((word) => word !== null);
}

/** Everything that can be added to this filter; `followed` only beside a quality and its level. */
export function filterChoices(filter: ConversationFilter): FilterChoice[] {
  const choice = (add: Partial<ConversationFilter>): FilterChoice[] =>
    filterWords(add).map((word) => ({ ...word, add }));
  return [
    ...(filter.quality && filter.verdict ? (['yes', 'no'] as const).flatMap((followed) => choice({ followed })) : []),
    ...qualityIds.flatMap((quality) => choice({ quality })),
    ...scoreVerdicts.flatMap((verdict) => choice({ verdict })),
    ...keysOf(feelingNames).flatMap((feeling) => choice({ feeling })),
    ...[...signalKinds, 'wrote-again' as const].flatMap((signal) => choice({ signal })),
    ...keysOf(ratedNames).flatMap((rated) => choice({ rated })),
    ...keysOf(askedNames).flatMap((asked) => choice({ asked })),
    ...(['yes', 'no'] as const).flatMap((resolved) => choice({ resolved })),
    ...keysOf(flagNames).flatMap((flag) => choice({ flag })),
    ...channels.flatMap((channel) => choice({ channel })),
  ].filter((one) => filter[one.field] !== one.add[one.field]);
}

/** Choices in which every typed word begins a word. */
export function matchChoices(choices: readonly FilterChoice[], text: string): FilterChoice[] {
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter((choice) => {
    const parts = `${choice.name} ${choice.value}`.toLowerCase().split(/[\s-]+/);
    return typed.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

const keysOf = <Key extends string>(names: Record<Key, string>): Key[] => Object.keys(names) as Key[];

/** "problem:box~miss": "box, miss". */
const reasonWords = (reason: string): string => reason.slice(reason.indexOf(':') + 1).replaceAll('~', ', ');
