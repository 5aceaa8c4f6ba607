/** Paste a chat or a call: look at it without storing it, or store it like a file. */
import { type AuthorRole, mostPasted } from '@rapport/contract';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useHolds } from '../accounts/use-me.ts';
import { Button } from '../design/Button.tsx';
import { Choice } from '../design/Choice.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useSendFile } from '../first-run/use-send-file.ts';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { LookedAt } from './LookedAt.tsx';
import { type PasteKind, pasteName } from './paste-name.ts';
import { useLook } from './use-look.ts';
import './PastePage.css';

const kindWords: Record<PasteKind, string> = { chat: 'A chat', call: 'A call' };
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function PastePage() {
  usePageTitle('Paste a transcript');
  const [text, setText] = useState('');
  const [kind, setKind] = useState<PasteKind>('chat');
  const mayStore = useHolds('admin');
  const look = useLook();
  const sending = useSendFile('');
  const navigate = useNavigate();
  const blocked =
    text.trim() === ''
      ? 'Nothing is pasted yet'
      : text.length > mostPasted
        ? `It is longer than ${mostPasted.toLocaleString()} characters; bring it in as a file`
        : undefined;
  const ask = (speakers?: { name: string; role: AuthorRole }[]) => {
    if (blocked !== undefined || look.isPending) return;
    look.mutate({ text, kind, timeZone: ownZone, ...(speakers === undefined ? {} : { speakers }) });
  };
  const store = async () => {
    if (await sending.send(new File([text], pasteName(text, kind), { type: 'text/plain' }))) {
      void navigate({ to: '/first-run' });
    }
  };
  useKeys({ look: () => ask() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask();
  };
  return (
    <>
      <TopStrip where={<b>Paste a transcript</b>} />
      <h1>
        Paste a chat or a call, and <span className="marker">see how it went</span>.
      </h1>
      <p className="second paste-lead">
        A turn a line, each with a name before it: “Customer: My lamp is broken.” Subtitles of a recording and chats
        from WhatsApp are understood too. Looking stores nothing.
      </p>
      <form className="paste-form" onSubmit={submit}>
        <Choice name="kind" label="What is it?" words={kindWords} value={kind} onChoose={setKind} />
        <Field label="The words">
          {(id) => (
            <textarea
              id={id}
              className="paste-text say-small"
              rows={12}
              spellCheck={false}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <div className="paste-buttons">
          <Button
            type="submit"
            kind="primary"
            shortcut="Ctrl Enter"
            blocked={blocked ?? (look.isPending ? 'It is being read' : undefined)}
          >
            Only look
          </Button>
          {mayStore ? (
            <Button
              blocked={text.trim() === '' ? 'Nothing is pasted yet' : undefined}
              onClick={() => void store()}
              title="Masked, stored and scored like a file; who speaks is asked first"
            >
              Store and score it
            </Button>
          ) : null}
          <span className="caption" role="status">
            {look.isPending ? 'Reading and scoring it.' : text.length > mostPasted ? `${blocked}.` : ''}
          </span>
        </div>
      </form>
      {sending.state.kind === 'failed' ? <ErrorState error={sending.state.error} /> : null}
      {look.error ? <ErrorState error={look.error} /> : null}
      {look.data ? (
        <LookedAt looked={look.data} isOld={look.variables?.text !== text} onSpeakers={(speakers) => ask(speakers)} />
      ) : null}
    </>
  );
}
