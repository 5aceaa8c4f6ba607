/** A weight of 1, 2 or 3 as squares; any other is set in the panel and stands here as a number. */
interface WeightChoiceProps {
  name: string;
  weight: number;
  onChoose?: ((weight: number) => void) | undefined;
}

const usual = [1, 2, 3] as const;

export function WeightChoice({ name, weight, onChoose }: WeightChoiceProps) {
  if (!usual.some((one) => one === weight)) return <span className="num">× {weight}</span>;
  if (onChoose === undefined) {
    return (
      <span className="weight" role="img" aria-label={`Weight ${weight}`}>
        {usual.map((one) => (
          <i key={one} className={one <= weight ? 'on' : undefined} />
        ))}
      </span>
    );
  }
  return (
    <fieldset className="weight">
      <legend className="visually-hidden">Weight of {name}</legend>
      {usual.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={`weight of ${name}`}
            checked={weight === one}
            aria-label={String(one)}
            onChange={() => onChoose(one)}
          />
          <i className={one <= weight ? 'on' : undefined} />
        </label>
      ))}
    </fieldset>
  );
}
