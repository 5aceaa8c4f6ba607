/** A filter as the words of an address, and back. Only columns of the allow-list get through; the rest is dropped. */
import { type ConversationFilter, conversationFilter } from '@rapport/contract';

export type FilterField = keyof ConversationFilter;
export const filterFields = Object.keys(conversationFilter.shape) as FilterField[];

/** Reads what the address says; a field with a value outside its list is left out, the others stay. */
export function parseFilter(search: Readonly<Record<string, unknown>>): ConversationFilter {
  let filter: ConversationFilter = {};
  for (const field of filterFields) {
    const value = search[field];
    if (typeof value !== 'string' || value === '') continue;
    const parsed = conversationFilter.safeParse({ ...filter, [field]: value });
    if (parsed.success) filter = parsed.data;
  }
  return filter;
}

/** The words for the address; unset fields are absent. */
export function filterSearch(filter: ConversationFilter): Record<string, string> {
  const search: Record<string, string> = {};
  for (const field of filterFields) {
    const value = filter[field];
    if (value !== undefined && value !== '') search[field] = value;
  }
  return search;
}

/** The filter without one field, and without those that mean nothing without it. */
export function withoutField(filter: ConversationFilter, field: FilterField): ConversationFilter {
  const rest = { ...filter };
  delete rest[field];
  if (field === 'quality' || field === 'verdict') delete rest.followed;
  if (field === 'begun') delete rest.zone;
  return rest;
}

/** Same conversations, whatever the order of rows. */
export function isSameFilter(one: ConversationFilter, other: ConversationFilter): boolean {
  return filterFields.every((field) => field === 'sort' || (one[field] ?? '') === (other[field] ?? ''));
}
