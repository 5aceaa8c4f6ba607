/** A new calibration: who rates what, and how many conversations are drawn to begin with. */
import { type CalibrationWording, listCategories } from '@rapport/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormDialog } from '../design/FormDialog.tsx';
import { PickList } from '../design/PickList.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { useReviewers } from '../reviews/use-reviews.ts';
import { nameOfRater } from './calibration-words.ts';
import { useCreateCalibration, useDefaultScorecard } from './use-calibration.ts';
import '../reviews/ReviewDialog.css';

interface PlanDialogProps {
  /** The words to try again; null: a calibration of its own. */
  wording: CalibrationWording | null;
  onClose: () => void;
}

export function PlanDialog({ wording, onClose }: PlanDialogProps) {
  const people = useReviewers().data?.people ?? [];
  const scorecard = useDefaultScorecard();
  const categories = scorecard.data ? listCategories(scorecard.data.version.content) : [];
  const [name, setName] = useState(wording === null ? '' : `${wording.category}, new words`);
  const [raterIds, setRaterIds] = useState<string[]>([]);
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [wanted, setWanted] = useState('10');
  const [near, setNear] = useState('0');
  const [byLead, setByLead] = useState(false);
  const create = useCreateCalibration();
  const navigate = useNavigate();
  const categoryIds = chosen ?? categories.map(({ id }) => id);
  const blocked =
    name.trim() === ''
      ? 'Give it a name'
      : [wanted, near].some((text) => !isCount(text)) || Number(wanted) + Number(near) > mostDrawn
        ? `Whole numbers, ${mostDrawn} together at most`
        : wording === null && categoryIds.length === 0
          ? 'Choose a category'
          : undefined;
  const plan = () =>
    create.mutate(
      {
        ...{ name, raterIds, opens: byLead ? 'by-lead' : 'all-in' },
        first: [
          ...(Number(wanted) > 0 ? [{ way: 'random' as const, wanted: Number(wanted) }] : []),
          ...(Number(near) > 0 ? [{ way: 'near-line' as const, wanted: Number(near) }] : []),
        ],
        ...(wording === null ? { categoryIds } : { wordingId: wording.id }),
      },
      {
        onSuccess: ({ calibration }) =>
          void navigate({ to: '/calibration/$calibrationId', params: { calibrationId: calibration.id } }),
      },
    );
  return (
    <FormDialog
      title={wording === null ? 'Plan a calibration' : 'Try the new words'}
      className="review-dialog"
      submit={{ words: 'Plan it', blocked: create.isPending ? 'It is being planned' : blocked }}
      error={create.error}
      onSubmit={plan}
      onClose={onClose}
    >
      {wording === null ? null : (
        <p className="second">
          {wording.category} is rated by the new words, on conversations that were not talked about. Agreement before
          and after then stand side by side with their ranges.
        </p>
      )}
      <TypedField label="Name" required maxLength={80} value={name} onChange={setName} />
      <PickList
        legend="Who rates"
        choices={people.map(({ id, ...one }) => ({ id, name: nameOfRater(one) }))}
        chosen={raterIds}
        onChange={setRaterIds}
        none="Nobody is here yet; invite somebody under Settings, People."
      />
      {wording === null ? (
        <PickList
          legend="What is rated"
          choices={categories.map(({ id, name: shown }) => ({ id, name: shown }))}
          chosen={categoryIds}
          onChange={setChosen}
          none="The scorecard has no category yet."
        />
      ) : null}
      <div className="draw-pair">
        <TypedField label="Conversations to draw at random" inputMode="numeric" value={wanted} onChange={setWanted} />
        <TypedField label="And around the pass line" inputMode="numeric" value={near} onChange={setNear} />
      </div>
      <p className="caption">
        Below 20 no range of agreement can be said, about 50 are worth a conclusion, half of them around the pass line:
        there people part first. Agreement on those at random is also shown by itself. You can add single ones, or draw
        more, before it begins.
      </p>
      <label className="plan-check">
        <input type="checkbox" checked={byLead} onChange={(event) => setByLead(event.target.checked)} />
        Open the comparison only when a lead says so, not when all are in
      </label>
    </FormDialog>
  );
}

const mostDrawn = 200;
const isCount = (text: string): boolean => /^\d{1,3}$/.test(text.trim());
