import { type IntakePlan, RapportError, requiredIntakeFields } from '@rapport/contract';
import type { SaidMapping } from '../store/imports.ts';

/**
 * Lays what a person said over the plan of the first look.
 *
 * @throws RapportError `bad-request` while a required field has no column, or names one that the file does not have
 */
export function applySaid(plan: IntakePlan | null, said: SaidMapping): IntakePlan {
  if (plan === null) throw new RapportError('conflict', { what: 'This file has not been looked at yet.' });
  const mapping = { ...plan.mapping, ...said.mapping };
  const columns = new Set(plan.columns.map(({ column }) => column));
  const unknown = Object.values(mapping).find((column) => !columns.has(column));
  if (plan.columns.length > 0 && unknown !== undefined) {
    throw new RapportError('bad-request', {
      what: `The file has no column “${unknown}”.`,
      wayOut: 'Choose one of its columns.',
    });
  }
  const missing = plan.format === 'csv' ? requiredIntakeFields.filter((field) => mapping[field] === undefined) : [];
  if (missing.length > 0) {
    throw new RapportError('bad-request', {
      what: `No column is named for ${missing.join(' and ')}.`,
      why: 'Without them a row cannot be told to be a message.',
      wayOut: 'Choose the columns, or cancel and export the file again.',
    });
  }
  const scale = said.csatScale === undefined ? {} : { csatScale: said.csatScale, csatMin: null, csatMax: null };
  return {
    ...plan,
    mapping,
    ...scale,
    needsMapping: [],
    dayFirst: said.dayFirst ?? plan.dayFirst,
    dayFirstSure: said.dayFirst !== undefined || plan.dayFirstSure,
    timeZone: said.timeZone ?? plan.timeZone,
    needsTimeZone: false,
  };
}
