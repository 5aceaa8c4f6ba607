/** Several of a list, side by side where there is room. */
import './PickList.css';

interface PickListProps {
  legend: string;
  choices: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** Said where there is nothing to choose. */
  none: string;
}

export function PickList({ legend, choices, chosen, onChange, none }: PickListProps) {
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="pick-list">
      <legend>{legend}</legend>
      {choices.length === 0 ? <p className="second">{none}</p> : null}
      {choices.map(({ id, name }) => (
        <label key={id} className="pick">
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
