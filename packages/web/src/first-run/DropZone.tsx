/** The place to drop a file, or to choose one; while it travels, how much of it has arrived. */
import type { RefObject } from 'react';
import { Button } from '../design/Button.tsx';
import { sizeWords } from './count-words.ts';
import type { SendState } from './use-send-file.ts';
import './DropZone.css';

interface DropZoneProps {
  field: RefObject<HTMLInputElement | null>;
  dropping: boolean;
  sending: SendState;
  onChoose: () => void;
  onFiles: (files: readonly File[]) => void;
  onStop: () => void;
}

export function DropZone({ field, dropping, sending, onChoose, onFiles, onStop }: DropZoneProps) {
  return (
    <section className={dropping ? 'drop-zone over' : 'drop-zone'} aria-label="A file of conversations">
      <svg className="drop-arrow" width="30" height="30" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 2.5v8M4.5 7L8 10.5 11.5 7M2.5 13.5h11" />
      </svg>
      {sending.kind === 'sending' ? (
        <SendingFile fileName={sending.fileName} sentBytes={sending.sentBytes} allBytes={sending.allBytes} />
      ) : (
        <div>
          <p className="drop-title">{dropping ? 'Let go, and it is read' : 'Drop an export here'}</p>
          <p className="caption drop-kinds">
            A table, a helpdesk’s export, a mailbox, a chat or a call; also .gz or .zip.
          </p>
        </div>
      )}
      {sending.kind === 'sending' ? (
        <Button onClick={onStop}>Stop sending</Button>
      ) : (
        <Button kind="primary" shortcut="O" onClick={onChoose}>
          Choose a file
        </Button>
      )}
      <input
        ref={field}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="A file of conversations"
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.mbox,.mbx,.eml,.vtt,.srt,.gz,.zip"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // Cleared, so that the same file can be chosen again after it was corrected.
          event.target.value = '';
          // Keys do not work while a field has the focus, and nobody sees that this one has it.
          event.target.blur();
        }}
      />
    </section>
  );
}

function SendingFile({ fileName, sentBytes, allBytes }: { fileName: string; sentBytes: number; allBytes: number }) {
  return (
    <div role="status" className="drop-sending">
      <p className="drop-title">{fileName}</p>
      <progress className="drop-bar" max={Math.max(1, allBytes)} value={sentBytes} aria-label={`Sending ${fileName}`} />
      <p className="caption drop-kinds">
        {sizeWords(sentBytes)} of {sizeWords(allBytes)} received
      </p>
    </div>
  );
}
