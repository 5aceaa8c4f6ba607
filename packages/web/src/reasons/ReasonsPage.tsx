/** What stands behind bad experiences, and which rules cost: in the words of those who were there, with an owner. */
import type { ReasonCare, ReasonGroup, ReasonsAnswer, Whose } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Section } from '../design/Section.tsx';
import { LadderNote } from '../focus/LadderNote.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { AnswerPrelude } from '../shell/AnswerPrelude.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useStatus } from '../shell/use-status.ts';
import { AnswerStrip } from '../whose/AnswerStrip.tsx';
import { NoNumbersOfTeam } from '../whose/NoNumbersOfTeam.tsx';
import { TeamOfNumbers, useBehind } from '../whose/use-whose.ts';
import { WhoseMenu } from '../whose/WhoseMenu.tsx';
import { CareDialog } from './CareDialog.tsx';
import { ReasonItem } from './ReasonItem.tsx';
import { behindReason, careOf, reasonId } from './reason-words.ts';
import { useReasons } from './use-reasons.ts';
import './ReasonsPage.css';

export function ReasonsPage() {
  usePageTitle('Reasons');
  const scored = useStatus().data?.scored ?? 0;
  const query = useReasons(scored > 0);
  const reasons = query.data?.reasons ?? null;
  const whose = query.data?.whose;
  if (reasons && query.data && whose) {
    return (
      <TeamOfNumbers value={whose.team?.id}>
        <ReasonsFound answer={reasons} care={query.data.care} whose={whose} />
      </TeamOfNumbers>
    );
  }
  return (
    <AnswerPrelude
      name="Reasons"
      title="Reasons behind bad experiences."
      query={query}
      isExpected={scored > 0}
      finding={`Being grouped; it follows the focus by a few seconds. ${scored.toLocaleString()} conversations are scored.`}
      empty={{
        title: 'No conversations grouped yet.',
        words:
          'Once conversations are scored, those that went badly are put together by what customers said. Five that share their words are a reason.',
      }}
      strip={<WhoseMenu whose={whose} />}
    >
      {whose === undefined || whose.refused === null ? null : <NoNumbersOfTeam whose={whose} />}
    </AnswerPrelude>
  );
}

interface ReasonsFoundProps {
  answer: ReasonsAnswer;
  care: readonly ReasonCare[];
  whose: Whose;
}

function ReasonsFound({ answer, care, whose }: ReasonsFoundProps) {
  const searchOf = useBehind();
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [caring, setCaring] = useState<ReasonGroup | null>(null);
  const places = [...answer.problems, ...answer.rules];
  const index = places.findIndex((one) => reasonId(one) === search.at);
  const move = (step: number) => {
    const to =
      places[index < 0 ? (step > 0 ? 0 : places.length - 1) : Math.min(places.length - 1, Math.max(0, index + step))];
    if (to) void navigate({ to: '/reasons', search: { ...search, at: reasonId(to) }, replace: true });
  };
  const open = () => {
    const one = places[index];
    if (one) void navigate({ to: '/conversations', search: searchOf(behindReason(one)) });
  };
  useKeys({ next: () => move(1), back: () => move(-1), open, evidence: open });
  const list = (groups: readonly ReasonGroup[]) => (
    <ul className="reasons">
      {groups.map((one) => (
        <ReasonItem
          key={reasonId(one)}
          one={one}
          care={careOf(care, one)}
          all={answer.all}
          current={reasonId(one) === search.at}
          onCare={() => setCaring(one)}
        />
      ))}
    </ul>
  );
  const { bad, refused } = answer;
  return (
    <>
      <AnswerStrip name="Reasons" whose={whose} asOf={answer.asOf} />
      <h1>
        <span className="marker">{answer.headline.marked}</span>
        {answer.headline.rest}
      </h1>
      <p className="second reasons-summary">{answer.sentence}</p>
      <div className="reasons-middle">
        <div className="reasons-wide">
          <Section
            title="What customers brought up"
            beside={`${bad.grouped.toLocaleString()} of ${bad.conversations.toLocaleString()} bad experiences are in a group`}
          >
            {answer.problems.length > 0 ? list(answer.problems) : <p className="second">No group yet.</p>}
          </Section>
          <Section
            title="Rules that cost"
            anchor="rules"
            beside={`${refused.conversations.toLocaleString()} conversations hold a refusal or name a rule`}
          >
            {answer.rules.length > 0 ? (
              list(answer.rules)
            ) : (
              <p className="second">No rule comes up in five conversations or more.</p>
            )}
          </Section>
        </div>
        <HowGrouped answer={answer} ofTeam={whose.team !== null} />
      </div>
      {caring ? <CareDialog one={caring} care={careOf(care, caring)} onClose={() => setCaring(null)} /> : null}
    </>
  );
}

function HowGrouped({ answer: { bad, scored }, ofTeam }: { answer: ReasonsAnswer; ofTeam: boolean }) {
  const searchOf = useBehind();
  return (
    <div className="reasons-side">
      <Section title="What counts as bad">
        <ul className="reasons-list">
          <li>
            <Link to="/conversations" search={searchOf({ rated: 'unsatisfied' })}>
              {bad.rated.toLocaleString()} rated low
            </Link>{' '}
            by the customer: asked.
          </li>
          <li>
            {bad.inferred.toLocaleString()} without a rating that ended unhappy, or in which the customer repeated
            themselves, chased, asked for a manager, threatened to leave, said it was not solved, or wrote again:
            inferred. The two are never added into one rate.
          </li>
          <li>{scored.toLocaleString()} conversations are scored in all.</li>
        </ul>
      </Section>
      <Section title="How they are grouped">
        <ul className="reasons-list">
          <li>
            By words that stand together in one sentence more often than by chance, not by a model: of all groups at
            most one in twenty may be luck. Five or more make a group; a story told again word for word counts once.
          </li>
          {ofTeam ? (
            <li>
              Groups are found in everybody’s conversations, because few make none; the counts are this team’s, of
              conversations that one of them answered first.
            </li>
          ) : null}
          <li>
            A conversation lies in one group of each kind, so counts add up. Synonyms can fall apart, and one word can
            mean two things: read the quotes.
          </li>
          <li>
            “Real” compares the newest four weeks with those before; of all such claims here at most one in twenty may
            be luck.
          </li>
        </ul>
      </Section>
      <LadderNote />
    </div>
  );
}
