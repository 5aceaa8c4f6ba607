/** Puts another secret in the place of the one there is: typed where the other side makes it, else made up and shown once. */
import { type FormEvent, useState } from 'react';
import { Refusal } from '../accounts/EnterFrame.tsx';
import { wordsOf } from '../accounts/form-words.ts';
import { ShownOnce } from '../accounts/ShownOnce.tsx';
import '../accounts/SettingsFrame.css';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { useToast } from '../design/Toast.tsx';
import { FormField } from './FormField.tsx';

interface SecretDialogProps {
  title: string;
  words: string;
  /** The other side makes it: it is typed here. */
  isGiven: boolean;
  /** @returns what was made up, or null */
  change: (given: string | null) => Promise<string | null>;
  onClose: () => void;
}

export function SecretDialog({ title, words, isGiven, change, onClose }: SecretDialogProps) {
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const say = useToast();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTrouble(null);
    change(isGiven ? typed : null).then(
      (made) => {
        if (made !== null) return setShown(made);
        say({ text: 'The secret is kept, sealed.' });
        onClose();
      },
      (error: unknown) => setTrouble(wordsOf(error)),
    );
  };
  return (
    <Dialog open onClose={onClose} title={title}>
      {shown === null ? (
        <form className="connect-form" onSubmit={submit}>
          <p className="second">{words}</p>
          {isGiven ? (
            <FormField
              label="Secret"
              hint="It is sealed and never shown again."
              value={typed}
              onValue={setTyped}
              isSecret
              required
            />
          ) : null}
          <Refusal>{trouble}</Refusal>
          <div className="connect-buttons">
            <Button type="submit" kind="primary">
              {isGiven ? 'Save it' : 'Make another secret'}
            </Button>
            <Button onClick={onClose}>Leave it as it is</Button>
          </div>
        </form>
      ) : (
        <ShownOnce text={shown} words="Enter it on the other side now. It is not shown again." onDone={onClose} />
      )}
    </Dialog>
  );
}
