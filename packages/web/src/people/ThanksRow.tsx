/** One thank-you in the words it was said in; opens the conversation it comes from. */
import type { Kudos, ThanksFound } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { dayWords } from '../design/dates.ts';
import { useToast } from '../design/Toast.tsx';
import { useTakeBackKudos } from './use-people.ts';
import './ThanksRow.css';

/** @param to say whom it went to, where several people stand together */
export function ThanksRow({ thanks, to }: { thanks: ThanksFound; to: boolean }) {
  const day = thanks.at === null ? null : dayWords(thanks.at, new Date());
  return (
    <li>
      <Link className="thanks-words" to={`/conversations/${thanks.conversationId}`}>
        <span className="say-small">“{thanks.quote}”</span>
        <span className="caption">
          {[to ? `${thanks.customer} to ${thanks.author}` : `${thanks.customer}, customer`, day]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Link>
    </li>
  );
}

export function KudosRow({ kudos, to }: { kudos: Kudos; to: boolean }) {
  const takeBack = useTakeBackKudos();
  const toast = useToast();
  const said = kudos.saidBy === 'customer' ? 'words of the customer' : 'words of the reply';
  return (
    <li>
      <Link className="thanks-words" to={`/conversations/${kudos.conversationId}`}>
        <span className="say-small">“{kudos.quote}”</span>
        {kudos.note === '' ? null : <span className="thanks-note">{kudos.note}</span>}
        <span className="caption">
          {[
            to ? `${kudos.givenBy} to ${kudos.author}` : `${kudos.givenBy}, with ${said}`,
            dayWords(kudos.givenAt, new Date()),
          ].join(' · ')}
        </span>
      </Link>
      {kudos.own ? (
        <Button
          kind="quiet"
          size="small"
          onClick={() =>
            takeBack.mutate(kudos.id, { onSuccess: () => toast({ text: 'Your thanks were taken back.' }) })
          }
        >
          Take back
        </Button>
      ) : null}
    </li>
  );
}
