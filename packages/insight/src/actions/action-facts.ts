/** What the choice of next actions is made from: answers that are kept already, and what is under way. */
import type { DriverOutcome, DriverQuality, DriversAnswer, Focus, KnowledgeGaps, ReasonGroup } from '@rapport/contract';

export interface DriversForAction extends Pick<DriversAnswer, 'outcome' | 'basis'> {
  outcome: DriverOutcome;
  qualities: Pick<DriverQuality, 'quality' | 'tier' | 'gain' | 'chanceFirst' | 'recommended'>[];
}

export type ReasonForAction = Pick<ReasonGroup, 'kind' | 'key' | 'name' | 'conversations' | 'trend'>;

export interface ActionFacts {
  focus: Pick<Focus, 'qualities' | 'reading' | 'ladder' | 'figures' | 'asOf'>;
  /** Everybody's, in the order in which outcomes are offered. */
  drivers: readonly DriversForAction[];
  /** Reasons and rules nobody looks after. */
  untended: readonly ReasonForAction[];
  gaps:
    | (Pick<KnowledgeGaps, 'articles'> & {
        groups: Pick<KnowledgeGaps['groups'][number], 'key' | 'name' | 'conversations'>[];
      })
    | null;
  /** Conversations of the newest weeks with a promise that nothing in the text says was kept. */
  promises: { conversations: number; from: string | null };
  /** Qualities with sessions under way, and the next day on which one is read. */
  coached: { qualities: readonly string[]; nextReading: string | null };
  /** Null: the numbers are everybody's. */
  team: { id: string; name: string } | null;
  /** What the asker may begin: nobody is shown a button that refuses them. */
  may: { coach: boolean; judge: boolean; tend: boolean; bringIn: boolean };
  now: Date;
}
