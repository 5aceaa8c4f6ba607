/** Every cue for what customers do. */
import type { Cue } from './cue.ts';
import { chase, complain, escalate, insult, repeat, threatenToLeave } from './customer/press-on.ts';
import { answer, ask, confused, greet, personalFact, stateProblem } from './customer/state-needs.ts';
import { confirmResolved, denyResolved, farewell, feedback, thank } from './customer/wind-down.ts';

export const customerCues: readonly Cue[] = [
  greet,
  stateProblem,
  ask,
  answer,
  complain,
  repeat,
  confused,
  escalate,
  threatenToLeave,
  chase,
  confirmResolved,
  denyResolved,
  thank,
  feedback,
  personalFact,
  insult,
  farewell,
].flat();
