/** What raters handed in stays theirs: whole, blind to one another, and apart from what was agreed on. */
import { listCategories, reviewContent, scorecardContent } from '@rapport/contract';
import { sql } from 'kysely';
import { type Check, resultOf } from './check.ts';

export const calibrationChecks: readonly Check[] = [
  {
    name: 'calibrations-blind',
    promise:
      'each reading of a calibration was handed in before its comparison was open, by somebody invited, on a scale of its pinned version, which cannot change',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; sound: boolean; ids: string[]; content: unknown; version: unknown }>`
        SELECT 'reading of ' || r.person_id || ' in part ' || r.part_id AS id, r.content, v.content AS version,
          c.category_ids AS ids, c.state <> 'planned' AND v.state <> 'draft'
          AND (r.handed_in_at IS NULL OR (r.handed_in_at >= c.begun_at
            AND (c.compared_at IS NULL OR r.handed_in_at <= c.compared_at))) AS sound
        FROM calibration_readings r
        JOIN calibrations c ON c.workspace_id = ${workspace} AND c.id = r.calibration_id
        JOIN scorecard_versions v ON v.workspace_id = ${workspace} AND v.id = c.scorecard_version_id
        WHERE r.workspace_id = ${workspace} ORDER BY r.part_id, r.person_id`.execute(db);
      const broken = rows.filter(({ sound, ids, content, version }) => !sound || !isOnScale(content, version, ids));
      return resultOf(
        rows.length,
        broken.map(({ id }) => id),
      );
    },
  },
  {
    name: 'calibrations-by-chance',
    promise:
      'each conversation of a calibration has the machine’s reading just once its comparison is open, each drawn one its seed, frame and chance, and consensus stands only where people compared',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; sound: boolean }>`
        SELECT 'part ' || p.id AS id, (p.machine IS NOT NULL) = (c.compared_at IS NOT NULL)
          AND (p.drawn = 'chosen' OR (p.probability > 0 AND p.probability <= 1 AND p.probability * p.draw_frame >= 1 - 1e-9))
          AND (p.dispute_id IS NULL OR EXISTS (SELECT FROM disputes d WHERE d.workspace_id = ${workspace}
            AND d.id = p.dispute_id AND d.state IN ('accepted', 'partly', 'rejected')
            AND d.conversation_id = p.conversation_id AND d.author_id = p.author_id)) AS sound
        FROM calibration_parts p JOIN calibrations c ON c.workspace_id = ${workspace} AND c.id = p.calibration_id
        WHERE p.workspace_id = ${workspace}
        UNION ALL
        SELECT 'consensus on part ' || s.part_id, c.compared_at IS NOT NULL AND s.recorded_at >= c.compared_at
          AND (c.closed_at IS NULL OR s.recorded_at <= c.closed_at) AND s.category_id = ANY(c.category_ids)
        FROM calibration_consensus s
        JOIN calibration_parts p ON p.workspace_id = ${workspace} AND p.id = s.part_id
        JOIN calibrations c ON c.workspace_id = ${workspace} AND c.id = p.calibration_id
        WHERE s.workspace_id = ${workspace}`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ sound }) => sound !== true).map(({ id }) => id),
      );
    },
  },
  {
    name: 'calibrations-in-log',
    promise: 'each step of each calibration, and each wording that was proposed, has its entry in the log',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; told: boolean }>`
        SELECT step.what || ' ' || step.id AS id, EXISTS (SELECT FROM audit_entries e
          WHERE e.workspace_id = ${workspace} AND e.what = step.what AND e.object = step.id) AS told
        FROM (
          SELECT c.id::text AS id, s.what FROM calibrations c CROSS JOIN LATERAL (VALUES
            ('calibration-planned', c.made_at), ('calibration-begun', c.begun_at),
            ('calibration-opened', c.compared_at), ('calibration-closed', c.closed_at)) AS s (what, at)
          WHERE c.workspace_id = ${workspace} AND s.at IS NOT NULL
          UNION ALL SELECT w.id::text, 'wording-proposed' FROM calibration_wordings w WHERE w.workspace_id = ${workspace}
        ) AS step`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ told }) => !told).map(({ id }) => id),
      );
    },
  },
];

function isOnScale(content: unknown, version: unknown, ids: readonly string[]): boolean {
  const categories = new Map(listCategories(scorecardContent.parse(version)).map((one) => [one.id, one]));
  return reviewContent.parse(content).ratings.every(({ categoryId, chosen }) => {
    const category = categories.get(categoryId);
    if (category === undefined || !ids.includes(categoryId)) return false;
    return chosen === undefined || (chosen === null ? category.allowNa : chosen <= category.scale.points);
  });
}
