/** Suggestions in words. */
import type { SuggestionKind, SuggestionState } from '@rapport/contract';

export const kindWords: Record<SuggestionKind, string> = {
  article: 'An article',
  macro: 'A macro',
  rule: 'A change of a rule',
};

export const stateWords: Record<SuggestionState, string> = {
  open: 'Open',
  accepted: 'Accepted',
  declined: 'Declined',
  done: 'Done',
};
