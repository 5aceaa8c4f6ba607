/** What stands in the form of a source, and what is sent of it. */
import type { Connection, ConnectionDraft, SourceOffer } from '@rapport/contract';

export interface FormValues {
  name: string;
  address: string;
  fields: Readonly<Record<string, string>>;
  /** Days, or 'all'. */
  history: string;
  origin: string;
}

export const historyChoices = [
  { value: '30', words: '30 days' },
  { value: '90', words: '90 days' },
  { value: '365', words: 'A year' },
  { value: 'all', words: 'Everything there is' },
] as const;

export const emptyForm = (offer: SourceOffer): FormValues => ({
  name: offer.name,
  address: offer.usualAddress ?? '',
  fields: {},
  history: '90',
  origin: '',
});

/** Secrets never come back from the server. */
export const formOf = ({ name, address, settings, origin }: Connection): FormValues => ({
  ...{ name, address, origin, fields: settings, history: 'all' },
});

export function draftOf({ kind, fields }: SourceOffer, values: FormValues): ConnectionDraft {
  const origin = values.origin.trim();
  return {
    ...{ kind, name: values.name.trim(), address: values.address.trim() },
    fields: Object.fromEntries(fields.map(({ name }) => [name, values.fields[name] ?? ''])),
    historyDays: values.history === 'all' ? null : Number(values.history),
    ...(origin === '' ? {} : { origin }),
  };
}
