/** Says who looks after a reason, and since when it is fixed. */
import type { ReasonCare, ReasonGroup } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { useCareForReason } from './use-reasons.ts';

interface CareDialogProps {
  one: ReasonGroup;
  care: ReasonCare | undefined;
  onClose: () => void;
}

export function CareDialog({ one, care, onClose }: CareDialogProps) {
  const [owner, setOwner] = useState(care?.owner ?? '');
  const [fixedOn, setFixedOn] = useState(care?.fixedAt?.slice(0, 10) ?? '');
  const save = useCareForReason();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = {
      kind: one.kind,
      key: one.key,
      owner: owner.trim() === '' ? null : owner.trim(),
      fixedAt: fixedOn === '' ? null : `${fixedOn}T00:00:00.000Z`,
    };
    save.mutate(said, { onSuccess: onClose });
  };
  return (
    <Dialog open onClose={onClose} title={one.name}>
      <form onSubmit={submit} className="care-form">
        <label>
          <span className="caption">Who looks after it</span>
          <input value={owner} maxLength={80} onChange={(event) => setOwner(event.target.value)} />
        </label>
        <label>
          <span className="caption">Fixed on (empty: not fixed)</span>
          <input type="date" value={fixedOn} onChange={(event) => setFixedOn(event.target.value)} />
        </label>
        <p className="second">
          From that day on Rapport counts full weeks and says when it surely comes up less. It goes together with the
          fix; it does not prove it.
        </p>
        <p role="status" className="attention">
          {save.error?.message}
        </p>
        <div className="care-buttons">
          <Button type="submit" kind="primary">
            Save
          </Button>
          <Button onClick={onClose}>Leave as it is</Button>
        </div>
      </form>
    </Dialog>
  );
}
