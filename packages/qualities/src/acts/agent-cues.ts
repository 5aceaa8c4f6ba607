/** Every cue for what agents do. */

import { askToWait, promise, transfer } from './agent/follow-up.ts';
import { dismiss, jargon, mirrorHostility, rush } from './agent/hurt.ts';
import { ask, checkResolved, restate } from './agent/listen.ts';
import { farewell, greet, offerMoreHelp, thank } from './agent/open-and-close.ts';
import { blame, hedge, negativeFraming, refuse } from './agent/say-no.ts';
import { acknowledgeFeeling, apologise, own, personalTouch } from './agent/show-care.ts';
import { giveGoodwill, inform, instruct, offerAlternative, offerSolution } from './agent/solve.ts';
import type { Cue } from './cue.ts';

export const agentCues: readonly Cue[] = [
  greet,
  acknowledgeFeeling,
  apologise,
  own,
  ask,
  restate,
  inform,
  instruct,
  offerSolution,
  offerAlternative,
  promise,
  giveGoodwill,
  refuse,
  transfer,
  askToWait,
  thank,
  personalTouch,
  checkResolved,
  offerMoreHelp,
  farewell,
  hedge,
  blame,
  dismiss,
  rush,
  mirrorHostility,
  jargon,
  negativeFraming,
].flat();
