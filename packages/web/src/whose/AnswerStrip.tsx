/** The strip of a page whose answer may be everybody's or one team's: what it is, whose, of when, and the choice of team. */
import type { Whose } from '@rapport/contract';
import { AsOf } from '../shell/AsOf.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';

import { WhoseMenu } from './WhoseMenu.tsx';

interface AnswerStripProps {
  name: string;
  whose: Whose;
  asOf: string | null;
  /** In words. */
  period?: string;
}

export function AnswerStrip({ name, whose, asOf, period }: AnswerStripProps) {
  const about = [whose.team?.name, period].filter((one) => one !== undefined);
  return (
    <TopStrip
      where={
        <>
          <b>{name}</b>
          {about.map((one) => ` · ${one}`)}
        </>
      }
    >
      <AsOf at={asOf} saidAnyway={period !== undefined} />
      <WhoseMenu whose={whose} />
    </TopStrip>
  );
}
