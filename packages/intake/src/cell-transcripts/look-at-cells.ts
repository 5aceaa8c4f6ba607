/** The first look at a table with one conversation a row. */
import type { IntakePlan, PlanSpeaker } from '@rapport/contract';
import { countOf } from '../count-words.ts';
import { guessColumns, mappingOf } from '../csv/guess-columns.ts';
import { excerpt } from '../excerpt.ts';
import { createScaleGuesser } from '../fields/guess-csat-scale.ts';
import { createTimeTally } from '../fields/time-tally.ts';
import type { IntakeLimits } from '../limits.ts';
import { emptyLook, type PreparedLook } from '../prepared/empty-look.ts';
import type { OpenBytes } from '../record.ts';
import type { TranscriptColumn } from './find-transcript-column.ts';
import { readCells } from './read-cells.ts';

const looksAtRows = 200;
const speakersShown = 50;

export async function lookAtCells(
  open: OpenBytes,
  found: TranscriptColumn,
  o: { fileName: string; limits: IntakeLimits; whole: boolean },
): Promise<{ look: PreparedLook }> {
  const columns = guessColumns(found.header, found.rows.slice(0, 5));
  for (const [index, one] of columns.entries()) {
    if (index === found.column) one.field = 'body';
    else if (one.field === 'body' || one.field === 'author_role' || one.field === 'message_id') one.field = null;
  }
  const look: PreparedLook = {
    ...emptyLook,
    format: 'cell-transcripts',
    delimiter: found.delimiter,
    columns,
    mapping: mappingOf(columns),
    headline: '',
  };
  const times = createTimeTally();
  const scale = createScaleGuesser();
  const ids = new Set<string>();
  const speakers = new Map<string, PlanSpeaker>();
  let units = 0;
  let rows = 0;
  const plan: IntakePlan = { ...look, member: null, encoding: 'utf-8' };
  for await (const record of readCells(open, plan, { ...o, ownDomains: [], seeTime: (raw) => times.add(raw) })) {
    units = record.after.units;
    rows += 1;
    if (record.kind === 'fragment') {
      ids.add(record.conversation.id);
      scale.add(record.conversation.csatRaw, record.conversation.csatMax);
      for (const one of record.messages) {
        const known = speakers.get(one.author);
        if (known) known.turns += 1;
        else if (speakers.size < speakersShown && one.role !== 'system') {
          const sure = one.roleGuessed !== true;
          speakers.set(one.author, {
            name: one.author,
            role: one.role,
            sure,
            turns: 1,
            sample: excerpt(one.text, 120),
          });
        }
      }
    }
    if (!o.whole && rows >= looksAtRows) break;
  }
  const column = excerpt(found.header[found.column] ?? '', 60);
  const counted = o.whole ? `: ${countOf(units, 'message')} in ${countOf(ids.size, 'conversation')}` : '';
  return {
    look: {
      ...look,
      ...times.result(),
      ...scale.guess(),
      units: o.whole ? units : null,
      conversations: o.whole ? ids.size : null,
      speakers: [...speakers.values()],
      headline: `A table with one conversation a row; the column “${column}” holds what was said${counted}.`,
    },
  };
}
