import { buttonClass } from '../design/Button.tsx';
import { Kbd } from '../design/Kbd.tsx';

/** One CSV file; the same file may be chosen again after it was mended. */
export function FilePicker({ id, onChoose }: { id: string; onChoose: (file: File) => void }) {
  return (
    <p className="past-picker">
      <label className={buttonClass({ kind: 'primary' })}>
        Choose a CSV file <Kbd>O</Kbd>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept=".csv,.tsv,text/csv"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) onChoose(file);
          }}
        />
      </label>
      <span className="caption">
        One rating a row: conversation, reviewee, reviewer, category, rating, scale, comment, date.
      </span>
    </p>
  );
}
