/** The fourteen qualities, in the order in which pages and exports show them. Adding one is one line here. */
import { activeListening } from './active-listening/active-listening.ts';
import { adaptability } from './adaptability/adaptability.ts';
import { appreciation } from './appreciation/appreciation.ts';
import { communication } from './communication/communication.ts';
import { emotionalIntelligence } from './emotional-intelligence/emotional-intelligence.ts';
import { empathy } from './empathy/empathy.ts';
import { humility } from './humility/humility.ts';
import { knowledge } from './knowledge/knowledge.ts';
import { patience } from './patience/patience.ts';
import { peopleFirst } from './people-first/people-first.ts';
import { personalization } from './personalization/personalization.ts';
import { problemSolving } from './problem-solving/problem-solving.ts';
import { professionalism } from './professionalism/professionalism.ts';
import type { QualityDefinition } from './quality-definition.ts';
import { responsiveness } from './responsiveness/responsiveness.ts';

export const allQualities: readonly QualityDefinition[] = [
  empathy,
  activeListening,
  patience,
  humility,
  professionalism,
  communication,
  problemSolving,
  personalization,
  knowledge,
  emotionalIntelligence,
  adaptability,
  responsiveness,
  appreciation,
  peopleFirst,
];
