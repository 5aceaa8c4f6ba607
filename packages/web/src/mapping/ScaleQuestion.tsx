/** On which scale the answers of a column lie, in words; a person knows what the numbers do not say. */
interface ScaleQuestionProps<Scale extends string> {
  asks: string;
  words: Readonly<Record<Scale, string>>;
  value: Scale;
  onChoose: (scale: Scale) => void;
}

export function ScaleQuestion<Scale extends string>({ asks, words, value, onChoose }: ScaleQuestionProps<Scale>) {
  const scales = Object.keys(words) as Scale[]; // the keys of that record
  return (
    <label className="mapping-question">
      <span className="bold">{asks}</span>
      <select
        className="mapping-select"
        value={value}
        onChange={(event) => onChoose(scales.find((one) => one === event.target.value) ?? value)}
      >
        {scales.map((scale) => (
          <option key={scale} value={scale}>
            {words[scale]}
          </option>
        ))}
      </select>
    </label>
  );
}
