/** Who works with Rapport. Authors are people in conversations; a person here has come to read, review or lead. */
import { z } from 'zod';

/** From most to least; the words of the trade. */
export const roles = ['owner', 'admin', 'lead', 'reviewer', 'agent'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;
