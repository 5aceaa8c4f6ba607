/** Every source that comes as JSON. The first that knows an entry has it; our own shape, which asks least, comes last. */
import type { IntakeFormat } from '@rapport/contract';
import { chatwootShape } from '../chatwoot/read-chatwoot.ts';
import { convokitShape } from '../convokit/read-convokit.ts';
import { freshdeskShape } from '../freshdesk/read-freshdesk.ts';
import { helpScoutShape } from '../help-scout/read-help-scout.ts';
import { intercomShape } from '../intercom/read-intercom.ts';
import { libredeskShape } from '../libredesk/read-libredesk.ts';
import { requestTrackerShape } from '../request-tracker/read-request-tracker.ts';
import { zammadShape } from '../zammad/read-zammad.ts';
import { zendeskShape } from '../zendesk/read-zendesk.ts';
import type { Container } from './find-container.ts';
import type { JsonShape } from './json-shape.ts';
import { jsonlShape, jsonShape } from './own-shapes.ts';
import type { JsonObject } from './pick.ts';

export const allShapes: readonly JsonShape[] = [
  intercomShape,
  chatwootShape,
  libredeskShape,
  zammadShape,
  requestTrackerShape,
  freshdeskShape,
  helpScoutShape,
  convokitShape,
  zendeskShape,
  jsonlShape,
  jsonShape,
];

/** The shape of these entries; null when no source writes such. */
export function recogniseShape(entries: readonly JsonObject[], container: Container): JsonShape | null {
  const found = allShapes.find((shape) => entries.some((entry) => shape.isEntry(entry)));
  return found === jsonlShape && container !== 'lines' ? jsonShape : (found ?? null);
}

export const shapeOf = (format: IntakeFormat): JsonShape =>
  allShapes.find((shape) => shape.format === format) ?? jsonShape;
