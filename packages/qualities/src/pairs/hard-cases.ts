/**
 * Cases that a counter of words gets wrong. Each dialogue says what a fair reviewer would accept: for every quality
 * named, the verdicts that are right; `none` stands for "no opportunity".
 */
import type { HardCase } from './hard-case.ts';
import { hardCasesOfCare } from './hard-cases-of-care.ts';
import { hardCasesOfCraft } from './hard-cases-of-craft.ts';

export const hardCases: readonly HardCase[] = [...hardCasesOfCare, ...hardCasesOfCraft];
