/** What to do: drop a file, open the sample, or try one reply without any data. */
import { Link } from '@tanstack/react-router';
import type { ComponentProps, RefObject } from 'react';
import { buttonClass } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { DropZone } from './DropZone.tsx';
import { SampleSection } from './SampleSection.tsx';
import { SourceField } from './SourceField.tsx';
import type { SendState } from './use-send-file.ts';
import './BringIn.css';

interface BringInProps {
  field: RefObject<HTMLInputElement | null>;
  dropping: boolean;
  sending: SendState;
  /** Names of files dropped together with the one that is sent. */
  left: readonly string[];
  /** Name of the newest import's file; on narrow screens it stands far below. */
  below: string | null;
  source: string;
  sample: ComponentProps<typeof SampleSection>;
  onSource: (source: string) => void;
  onChoose: () => void;
  onFiles: (files: readonly File[]) => void;
  onStop: () => void;
}

export function BringIn(props: BringInProps) {
  const { sample, sending, left } = props;
  return (
    <>
      <h1>
        Bring in your conversations.
        <br />
        See what to <span className="marker">work on first</span>.
      </h1>
      <p className="second bring-in-lead">
        Everything is read and scored on this machine. You can unplug the network now and it will still finish.
      </p>
      <DropZone {...props} />
      {sending.kind === 'failed' ? <ErrorState error={sending.error} /> : null}
      {left.length > 0 ? (
        <p className="note bring-in-left">
          One file at a time. Still to drop: {left.join(', ')}. A .zip takes them all at once.
        </p>
      ) : null}
      {props.below === null ? null : (
        <p className="note bring-in-below">
          <a href="#newest-import">How far {props.below} is</a>
        </p>
      )}
      <SourceField source={props.source} onSource={props.onSource} />
      <SampleSection {...sample} />
      <section className="bring-in-other" aria-labelledby="bring-in-live">
        <div>
          <h2 id="bring-in-live">Or let them come by themselves</h2>
          <p className="second">
            Connect your helpdesk once: its past is read, then every minute what is new. Nothing is written there.
          </p>
        </div>
        <Link to="/sources" className={buttonClass({})}>
          Connect a helpdesk
        </Link>
      </section>
      <section className="bring-in-other" aria-labelledby="bring-in-paste">
        <div>
          <h2 id="bring-in-paste">Or paste a single one</h2>
          <p className="second">A chat or the transcript of a call: look at it only, or store it like a file.</p>
        </div>
        <Link to="/paste" className={buttonClass({})}>
          Paste a transcript
        </Link>
      </section>
      <section className="bring-in-other" aria-labelledby="bring-in-try">
        <div>
          <h2 id="bring-in-try">Or look at one reply</h2>
          <p className="second">Paste a customer’s message and your answer. See what it skips. Nothing is stored.</p>
        </div>
        <Link to="/try" className={buttonClass({})}>
          Try one reply
        </Link>
      </section>
      <p className="note bring-in-masks">
        Card numbers, IBANs, keys, national ids, e-mail addresses and phone numbers are masked before anything is
        stored.
      </p>
    </>
  );
}
