/** How conversations ended: what customers answered, and what was seen without asking, each with its range. */
import type { OutcomesAnswer, Whose } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { LadderNote } from '../focus/LadderNote.tsx';
import { AnswerPrelude } from '../shell/AnswerPrelude.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useStatus } from '../shell/use-status.ts';
import { AnswerStrip } from '../whose/AnswerStrip.tsx';
import { NoNumbersOfTeam } from '../whose/NoNumbersOfTeam.tsx';
import { TeamOfNumbers } from '../whose/use-whose.ts';
import { WhoseMenu } from '../whose/WhoseMenu.tsx';
import { AskedTable } from './AskedTable.tsx';
import { ChannelTable } from './ChannelTable.tsx';
import { SeenTable } from './SeenTable.tsx';
import { useOutcomes } from './use-outcomes.ts';
import './OutcomesPage.css';

export function OutcomesPage() {
  usePageTitle('Outcomes');
  const scored = useStatus().data?.scored ?? 0;
  const query = useOutcomes(scored > 0);
  const answer = query.data?.outcomes ?? null;
  const whose = query.data?.whose;
  if (answer && whose) {
    return (
      <TeamOfNumbers value={whose.team?.id}>
        <OutcomesFound answer={answer} whose={whose} />
      </TeamOfNumbers>
    );
  }
  return (
    <AnswerPrelude
      name="Outcomes"
      title="How conversations ended."
      query={query}
      isExpected={scored > 0}
      finding="Being counted; it follows the focus by a few seconds."
      empty={{
        title: 'No scored conversations yet.',
        words: 'One conversation is enough to read; from twenty on each outcome carries a range.',
      }}
      strip={<WhoseMenu whose={whose} />}
    >
      {whose === undefined || whose.refused === null ? null : <NoNumbersOfTeam whose={whose} />}
    </AnswerPrelude>
  );
}

function OutcomesFound({ answer, whose }: { answer: OutcomesAnswer; whose: Whose }) {
  return (
    <>
      <AnswerStrip name="Outcomes" whose={whose} asOf={answer.asOf} />
      <h1>
        <span className="marker">{answer.headline.marked}</span>
        {answer.headline.rest}
      </h1>
      <p className="second outcomes-summary">
        {answer.sentence} <Link to="/drivers">Which quality goes together with it</Link>
      </p>
      <div className="outcomes-two">
        <AskedTable asked={answer.asked} />
        <SeenTable seen={answer.seen} days={answer.wroteAgainDays} />
      </div>
      <ChannelTable channels={answer.channels} />
      <div className="outcomes-ground">
        <LadderNote />
      </div>
    </>
  );
}
