/** Beside a reading of one's own service; what is contested already says how that stands. Nobody else sees it. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { Button } from '../design/Button.tsx';
import { Tag } from '../design/Tag.tsx';
import { type Contestable, ContestDialog } from './ContestDialog.tsx';
import { stateWords } from './dispute-words.ts';
import { useDisputes } from './use-disputes.ts';
import './ContestButton.css';

interface ContestButtonProps {
  what: Contestable;
  agentId: string;
  conversationId: string;
}

export function ContestButton(props: ContestButtonProps) {
  const me = useMe();
  const isOwn = me.data?.person?.authorIds.includes(props.agentId) === true;
  return isOwn ? <OwnContestButton {...props} /> : null;
}

function OwnContestButton({ what, conversationId }: ContestButtonProps) {
  const [contesting, setContesting] = useState(false);
  const { of } = what;
  const known = useDisputes(conversationId).data?.disputes.find((one) =>
    of.about === 'machine'
      ? one.quality === of.quality
      : one.reviewId === of.reviewId && one.category.toLowerCase() === what.name.toLowerCase(),
  );
  return (
    <p className="contest">
      {known ? (
        <>
          <Tag tone={known.state === 'open' ? 'outline' : 'unsure'}>{stateWords[known.state]}</Tag>{' '}
          <Link to="/disputes" search={{ at: known.id }}>
            Your dispute
          </Link>
        </>
      ) : null}
      {known === undefined || known.state === 'withdrawn' ? (
        <Button size="small" onClick={() => setContesting(true)}>
          Contest this
        </Button>
      ) : null}
      {contesting ? <ContestDialog what={what} onClose={() => setContesting(false)} /> : null}
    </p>
  );
}
