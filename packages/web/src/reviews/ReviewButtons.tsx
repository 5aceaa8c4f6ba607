/** From a conversation to a review: a lead sends it to somebody, an agent reads their own part. */
import type { ConversationDetail } from '@rapport/contract';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useHolds } from '../accounts/use-me.ts';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { useOwnAuthors } from '../people/use-people.ts';
import { useSelfReview } from './use-reviews.ts';

const SendDialog = lazy(async () => ({ default: (await import('./SendDialog.tsx')).SendDialog }));

interface ReviewButtonsProps {
  detail: ConversationDetail;
  /** Whose scores are open beside the transcript. */
  shown: ConversationDetail['assessments'][number] | undefined;
}

export function ReviewButtons({ detail, shown }: ReviewButtonsProps) {
  const isLead = useHolds('lead');
  const ownIds = useOwnAuthors();
  const isOwn = detail.assessments.some(({ agentId }) => ownIds.includes(agentId));
  return (
    <>
      {isLead && shown ? <SendToReview detail={detail} agentId={shown.agentId} /> : null}
      {isOwn ? <OwnPart conversationId={detail.id} /> : null}
    </>
  );
}

function SendToReview({ detail, agentId }: { detail: ConversationDetail; agentId: string }) {
  const [open, setOpen] = useState(false);
  useKeys({ 'send-to-review': () => setOpen(true) });
  return (
    <>
      <Button size="small" shortcut="R" onClick={() => setOpen(true)}>
        Send to review
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <SendDialog detail={detail} agentId={agentId} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function OwnPart({ conversationId }: { conversationId: string }) {
  const start = useSelfReview();
  const navigate = useNavigate();
  const begin = () =>
    start.mutate(conversationId, { onSuccess: ({ review }) => void navigate({ to: `/reviews/${review.id}` }) });
  return (
    <>
      <Button size="small" onClick={begin}>
        Review my own part
      </Button>
      {start.error ? <ErrorState error={start.error} /> : null}
    </>
  );
}
