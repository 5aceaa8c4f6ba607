/**
 * Names code, rules and weights together; scores keep it, so that a change of any of them shows in the trend. The first
 * part is raised by hand when rules or reading change, the second is the checksum of the trained weights.
 */
import { weightsChecksum } from './models/weights-checksum.ts';

export const scorerVersion = `rules-3+weights-${weightsChecksum.slice(0, 8)}`;
