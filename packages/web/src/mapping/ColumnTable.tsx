/** The columns of the file with what stands in them, each with what it holds. */
import { type IntakeField, type IntakePlan, intakeFields, requiredIntakeFields } from '@rapport/contract';
import { Tag } from '../design/Tag.tsx';
import { fieldWords } from './field-words.ts';
import { fieldOf, type MappingChoice } from './mapping-choice.ts';

interface ColumnTableProps {
  columns: IntakePlan['columns'];
  choice: MappingChoice;
  onChoose: (column: string, field: IntakeField | null) => void;
}

const samplesShown = 3;
const required = new Set<IntakeField>(requiredIntakeFields);
const inOrder = Object.keys(fieldWords) as IntakeField[]; // the keys of that record

export function ColumnTable({ columns, choice, onChoose }: ColumnTableProps) {
  return (
    <table className="mapping-columns">
      <caption className="visually-hidden">Columns of the file, what stands in them, and what they hold</caption>
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col">It holds</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((guess) => {
          const field = fieldOf(choice, guess.column);
          const unsure = field !== null && field === guess.field && !guess.sure;
          return (
            <tr key={guess.column}>
              <th scope="row">
                {guess.column} {unsure ? <Tag>guessed</Tag> : null}
                <span className="caption mapping-samples">{samplesOf(guess.samples)}</span>
              </th>
              <td>
                <select
                  className="mapping-select"
                  aria-label={`${guess.column} holds`}
                  value={field ?? ''}
                  onChange={(event) =>
                    onChoose(guess.column, intakeFields.find((one) => one === event.target.value) ?? null)
                  }
                >
                  <option value="">Not needed</option>
                  {inOrder.map((one) => (
                    <option key={one} value={one}>
                      {fieldWords[one]}
                      {required.has(one) ? ' (needed)' : ''}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function samplesOf(samples: readonly string[]): string {
  const filled = samples.filter((sample) => sample.trim() !== '').slice(0, samplesShown);
  return filled.length === 0 ? 'empty in the rows looked at' : filled.join('  ·  ');
}
