/** Thanks of the newest week, and who waits for some: beside conversations worth it, never beside a weakness. */
import type { TeamPage } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { Button } from '../design/Button.tsx';
import { dayWords, isOldData } from '../design/dates.ts';
import { Section } from '../design/Section.tsx';
import { KudosRow, ThanksRow } from './ThanksRow.tsx';

const week = 7 * 86_400_000;

export function TeamThanks({ team, onThank }: { team: TeamPage; onThank: () => void }) {
  const { thanks, kudos, thanksSince, period } = team;
  const old = isOldData(period.to, new Date());
  const isWeek = thanksSince !== null && period.to !== null && Date.parse(period.to) - Date.parse(thanksSince) <= week;
  const worthIt = team.unthanked.filter((one) => one.worthIt > 0);
  return (
    <div className="team-side">
      <Section
        title={isWeek ? (old ? 'Thanks in the last week' : 'Thanks this week') : 'Thanks in three weeks'}
        link={
          <Button size="small" shortcut="T" onClick={onThank}>
            Thank someone
          </Button>
        }
      >
        {thanks.length + kudos.length === 0 ? (
          <p className="second">
            None that name what was done
            {thanksSince ? ` since ${dayWords(thanksSince, new Date())}` : ''}. Open an outstanding conversation and
            quote what was good in it.
          </p>
        ) : null}
        <ul className="thanks-list">
          {kudos.map((one) => (
            <KudosRow key={`kudos ${one.id}`} kudos={one} to />
          ))}
          {thanks.map((one) => (
            <ThanksRow key={`${one.conversationId} ${one.messageId} ${one.quote}`} thanks={one} to />
          ))}
        </ul>
        {worthIt.length > 0 ? (
          <p className="note team-unthanked">
            No thanks in three weeks for {worthIt.map(({ name }) => name).join(', ')}. There are conversations worth it:{' '}
            {worthIt.map((one, place) => (
              <Fragment key={one.authorId}>
                {place > 0 ? ', ' : ''}
                <Link to="/conversations" search={{ agentId: one.authorId, flag: 'exceptional' }}>
                  {one.worthIt} of {one.name}
                </Link>
              </Fragment>
            ))}
            .
          </p>
        ) : null}
      </Section>
    </div>
  );
}
