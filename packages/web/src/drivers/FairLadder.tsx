/** What happens to the answer as the comparison gets fairer: from side by side to everything allowed for. */
import { type DriverOutcome, type DriverQuality, qualityWords } from '@rapport/contract';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { SpanAxis } from '../design/SpanAxis.tsx';

import { effectScale, effectWordsOf, fairStepNames, fairStory, tickWords, toneOfDriver } from './driver-words.ts';

const width = 330;

export function FairLadder({ one, outcome }: { one: DriverQuality; outcome: DriverOutcome }) {
  const scale = effectScale(
    one.fair.map(({ effect }) => effect),
    outcome,
  );
  const { name } = qualityWords[one.quality];
  if (one.fair.length === 0) {
    return (
      <Section title="What happens to the answer as we compare fairly">
        <p className="second">{one.sentence}</p>
      </Section>
    );
  }
  return (
    <Section title="What happens to the answer as we compare fairly">
      <table className="fair-ladder">
        <caption className="visually-hidden">
          {name}: what goes with one step up, after each further thing is allowed for
        </caption>
        <tbody>
          {one.fair.map(({ step, effect }, place) => {
            const words = effectWordsOf(effect, outcome);
            const last = place === one.fair.length - 1;
            return (
              <tr key={step} className={last ? 'last' : undefined}>
                <th scope="row">{fairStepNames[step]}</th>
                <td>
                  <Span
                    estimate={effect}
                    scale={scale}
                    width={width}
                    height={34}
                    ticks={scale.ticks}
                    reference={{ value: 0, kind: 'zero' }}
                    tone={last ? toneOfDriver(one) : 'ink'}
                    label={`${fairStepNames[step]}: ${words.sentence}`}
                  />
                </td>
                <td className="nowrap fair-words">
                  {effect.value === null ? (
                    <span className="dim">too few, {effect.n}</span>
                  ) : (
                    <>
                      <span className="num">{words.value}</span> <span className="dim">{words.range}</span>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot aria-hidden="true">
          <tr>
            <td />
            <td>
              <SpanAxis scale={scale} width={width} ticks={scale.ticks} words={(tick) => tickWords(tick, outcome)} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p className="caption">{fairStory(one.fair)}</p>
    </Section>
  );
}
