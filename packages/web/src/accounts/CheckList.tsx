/** Several of a list, each with its own box. */
interface CheckListProps {
  legend: string;
  choices: readonly { id: string; name: string; beside?: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** Said where there is nothing to choose. */
  none: string;
}

export function CheckList({ legend, choices, chosen, onChange, none }: CheckListProps) {
  return (
    <fieldset className="check-list">
      <legend>{legend}</legend>
      {choices.length === 0 ? <p className="second">{none}</p> : null}
      {choices.map(({ id, name, beside }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
          <span>
            {name} {beside === undefined ? null : <span className="caption">{beside}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
