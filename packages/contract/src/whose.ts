/** Whose numbers an answer gives: everybody's, or those of one team. */
import { z } from 'zod';

/** What stands in an address for everybody, where a team would be taken else. */
export const everybody = 'all';

export const ofTeam = z
  .string()
  .max(20)
  .optional()
  .describe('Id of a team, or "all"; absent: the first team of who sees teams only, everybody for all others');

const named = z.object({ id: z.string(), name: z.string() });

export const whose = z.object({
  team: named
    .extend({ people: z.int().describe('Authors in it') })
    .nullable()
    .describe('Null: everybody'),
  teams: z.array(named).describe('Those the caller may ask for'),
  refused: z.string().nullable().describe('Why a team has no numbers of its own'),
});
export type Whose = z.infer<typeof whose>;
