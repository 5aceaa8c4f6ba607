/** Sends one conversation to a reviewer. Chosen by a person, so it enters no rate, and says so. */
import type { ConversationDetail } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { useToast } from '../design/Toast.tsx';
import { useReviewers, useReviewLead } from './use-reviews.ts';
import './ReviewDialog.css';

interface SendDialogProps {
  detail: ConversationDetail;
  agentId: string;
  onClose: () => void;
}

export function SendDialog({ detail, agentId, onClose }: SendDialogProps) {
  const people = useReviewers().data?.people ?? [];
  const [agent, setAgent] = useState(agentId);
  const [reviewer, setReviewer] = useState('');
  const [why, setWhy] = useState('');
  const { assign } = useReviewLead();
  const toast = useToast();
  const chosen = people.find(({ id }) => id === reviewer) ?? people.find(({ me }) => me) ?? people[0];
  const send = () => {
    if (chosen === undefined || assign.isPending) return;
    assign.mutate(
      { conversationId: detail.id, agentId: agent, reviewerId: chosen.id, why },
      {
        onSuccess: () => {
          toast({ text: `It waits for ${chosen.me ? 'you' : chosen.name} to review.` });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open onClose={onClose} title="Send to review">
      <form
        className="review-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="second">Chosen by a person, so the review is there to learn from and enters no rate.</p>
        <label>
          Whose replies
          <select className="review-field" value={agent} onChange={(event) => setAgent(event.target.value)}>
            {detail.assessments.map((one) => (
              <option key={one.agentId} value={one.agentId}>
                {one.agent}
              </option>
            ))}
          </select>
        </label>
        <label>
          Who reviews
          <select
            className="review-field"
            value={chosen?.id ?? ''}
            onChange={(event) => setReviewer(event.target.value)}
          >
            {people.map(({ id, name, me }) => (
              <option key={id} value={id}>
                {me ? 'You' : name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Why, for the reviewer
          <input
            className="review-field"
            maxLength={200}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        </label>
        {assign.error ? <ErrorState error={assign.error} /> : null}
        <p>
          <Button kind="primary" type="submit" blocked={assign.isPending ? 'It is being sent' : undefined}>
            Send it
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
