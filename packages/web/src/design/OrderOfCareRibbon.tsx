/** What the agents did, in the order they did it. A fix offered before the trouble was acknowledged is orange. */
import './OrderOfCareRibbon.css';

export interface RibbonCell {
  key: string;
  name: string;
  /** When, as shown, or null where the source gives none. */
  time: string | null;
  tone: 'plain' | 'care' | 'out-of-order';
}

export function OrderOfCareRibbon({
  cells,
  onSelect,
}: {
  cells: readonly RibbonCell[];
  onSelect?: (key: string) => void;
}) {
  return (
    <ol className="ribbon" aria-label="Order of care">
      {cells.map((cell) => (
        <li key={cell.key} className={cell.tone}>
          <button type="button" onClick={() => onSelect?.(cell.key)}>
            <b>{cell.name}</b>
            <span className="ribbon-time">
              {cell.time ?? 'no time'}
              {cell.tone === 'out-of-order' ? (
                <span className="visually-hidden">, before any acknowledgement</span>
              ) : null}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
