/** Asks for the reason, and shows the words until it is closed. */
import { type MaskedPlace, type RevealReason, revealReason, revealReasonWords } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Refusal } from '../accounts/EnterFrame.tsx';
import { wordsOf } from '../accounts/form-words.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field } from '../design/Field.tsx';
import { kindWords } from './masked-words.ts';
import { useReveal } from './use-masked.ts';
import '../accounts/SettingsFrame.css';

interface RevealDialogProps {
  conversationId: string;
  place: MaskedPlace;
  onClose: () => void;
}

export function RevealDialog({ conversationId, place, onClose }: RevealDialogProps) {
  const [reason, setReason] = useState<RevealReason>('customer-asked');
  const [reference, setReference] = useState('');
  const reveal = useReveal(conversationId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reveal.mutate({ place, reason, reference });
  };
  return (
    <Dialog open onClose={onClose} title={`Reveal this ${kindWords[place.kind]}?`}>
      {reveal.data ? (
        <div className="masked-shown" role="status">
          <p className="masked-words">{reveal.data.words}</p>
          <p className="second">It is in the log that you have seen it. It is gone when you close this.</p>
          <Button kind="primary" onClick={onClose}>
            Hide it
          </Button>
        </div>
      ) : (
        <form className="settings-form" onSubmit={submit}>
          <p className="second">
            Who reveals what, when and why is written into the log; the words themselves are not.
          </p>
          <Field label="Why">
            {(id) => (
              <select
                id={id}
                value={reason}
                onChange={(event) =>
                  setReason(revealReason.options.find((one) => one === event.target.value) ?? reason)
                }
              >
                {revealReason.options.map((one) => (
                  <option key={one} value={one}>
                    {revealReasonWords[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="Number of a case" hint="If there is one elsewhere. Letters and digits, no names.">
            {(id, hintId) => (
              <input
                id={id}
                value={reference}
                onChange={(event) => setReference(event.target.value)}
                maxLength={40}
                pattern="[\w.\/#\-]*"
                aria-describedby={hintId}
                autoComplete="off"
              />
            )}
          </Field>
          <Refusal>{reveal.error ? wordsOf(reveal.error) : null}</Refusal>
          <div className="settings-buttons">
            <Button type="submit" kind="primary">
              Reveal and log it
            </Button>
            <Button onClick={onClose}>Leave it masked</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
