/** Sends one conversation to a reviewer. Chosen by a person, so it enters no rate, and says so. */
import type { ConversationDetail } from '@rapport/contract';
import { useState } from 'react';
import { Field } from '../design/Field.tsx';
import { FormDialog } from '../design/FormDialog.tsx';
import { useToast } from '../design/Toast.tsx';
import { TypedField } from '../design/TypedField.tsx';
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
    if (chosen === undefined) return;
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
    <FormDialog
      title="Send to review"
      className="review-dialog"
      submit={{ words: 'Send it', blocked: assign.isPending ? 'It is being sent' : undefined }}
      error={assign.error}
      onSubmit={send}
      onClose={onClose}
    >
      <p className="second">Chosen by a person, so the review is there to learn from and enters no rate.</p>
      <Field label="Whose replies">
        {(id) => (
          <select id={id} value={agent} onChange={({ target }) => setAgent(target.value)}>
            {detail.assessments.map((one) => (
              <option key={one.agentId} value={one.agentId}>
                {one.agent}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Who reviews">
        {(field) => (
          <select id={field} value={chosen?.id ?? ''} onChange={({ target }) => setReviewer(target.value)}>
            {people.map(({ id, name, me }) => (
              <option key={id} value={id}>
                {me ? 'You' : name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TypedField label="Why, for the reviewer" maxLength={200} value={why} onChange={setWhy} />
    </FormDialog>
  );
}
