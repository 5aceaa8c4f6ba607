/** What was typed into the form of a source, taken apart and checked before anybody is asked. */
import { type ConnectionDraft, RapportError, type SourceField } from '@rapport/contract';
import { sourceOf } from './all-sources.ts';

export interface CheckedDraft {
  kind: ConnectionDraft['kind'];
  name: string;
  /** Without a slash at its end. */
  address: string;
  origin: string;
  settings: Record<string, string>;
  secretFields: SourceField[];
  /** '' where nothing was typed. */
  typedSecrets: Record<string, string>;
}

/** @throws RapportError `bad-request` */
export function checkDraft(draft: ConnectionDraft): CheckedDraft {
  const { fields } = sourceOf(draft.kind).offer;
  const unknown = Object.keys(draft.fields).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) throw refuse(`There is no field “${unknown}” here.`, 'Leave it out.');
  const typed = (field: SourceField): string => (draft.fields[field.name] ?? '').trim();
  const missing = fields.find((field) => !field.secret && typed(field) === '');
  if (missing !== undefined) throw refuse(`“${missing.label}” is missing.`, missing.hint);
  const broken = fields.find((field) => /[\r\n\0]/.test(typed(field)));
  if (broken !== undefined)
    throw refuse(`“${broken.label}” holds a line break.`, 'Copy it once more, without what stands around it.');
  const url = readAddress(draft.address);
  return {
    ...{ kind: draft.kind, name: draft.name, address: url.href.replace(/\/+$/, '') },
    origin: draft.origin ?? `${draft.kind} ${url.host}${url.pathname.replace(/\/+$/, '')}`.slice(0, 60),
    settings: Object.fromEntries(fields.filter(({ secret }) => !secret).map((field) => [field.name, typed(field)])),
    secretFields: fields.filter(({ secret }) => secret),
    typedSecrets: Object.fromEntries(fields.filter(({ secret }) => secret).map((field) => [field.name, typed(field)])),
  };
}

/** "acme.zendesk.com" is as good as with https:// before it. */
function readAddress(text: string): URL {
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    throw refuse('The address cannot be read.', 'Write it like https://helpdesk.example.org.');
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw refuse(
      'The address holds more than a place.',
      'Write it like https://helpdesk.example.org, without a key in it.',
    );
  }
  return url;
}

const refuse = (what: string, wayOut: string): RapportError =>
  new RapportError('bad-request', { what, why: 'Nothing was asked and nothing stored.', wayOut });
