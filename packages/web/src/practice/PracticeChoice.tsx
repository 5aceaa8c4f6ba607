/** Which quality, and whose moments: one's own where there are any, or the team's without names. */
import { type QualityId, qualityIds, qualityWords } from '@rapport/contract';
import { Button } from '../design/Button.tsx';
import { Field } from '../design/Field.tsx';

interface PracticeChoiceProps {
  quality: QualityId | undefined;
  whose: 'own' | 'team' | undefined;
  hasOwn: boolean;
  onQuality: (quality: QualityId | undefined) => void;
  onWhose: (whose: 'own' | 'team') => void;
}

const words = { own: 'Mine', team: 'The team’s, without names' };

export function PracticeChoice({ quality, whose, hasOwn, onQuality, onWhose }: PracticeChoiceProps) {
  return (
    <div className="practice-choice">
      <Field label="Quality">
        {(id) => (
          <select
            id={id}
            value={quality ?? ''}
            onChange={({ target }) => onQuality(qualityIds.find((known) => known === target.value))}
          >
            <option value="">All of them</option>
            {qualityIds
              .filter((known) => known !== 'responsiveness' || quality === known)
              .map((known) => (
                <option key={known} value={known}>
                  {qualityWords[known].name}
                </option>
              ))}
          </select>
        )}
      </Field>
      {hasOwn ? (
        <fieldset className="practice-whose">
          <legend className="caption">Whose moments</legend>
          {(['own', 'team'] as const).map((one) => (
            <Button key={one} size="small" aria-pressed={whose === one} onClick={() => onWhose(one)}>
              {words[one]}
            </Button>
          ))}
        </fieldset>
      ) : (
        <p className="caption">From the team’s conversations, with the names of people taken out.</p>
      )}
    </div>
  );
}
