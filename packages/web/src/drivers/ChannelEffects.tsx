/** Does one quality's answer hold in each channel on its own? */
import { channelNames, type DriverOutcome, type DriverQuality, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { filterSearch } from '../conversations/filter-address.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { effectScale, effectWordsOf } from './driver-words.ts';

const width = 330;

export function ChannelEffects({ one, outcome }: { one: DriverQuality; outcome: DriverOutcome }) {
  if (one.byChannel === null) return null;
  const { channels, sentence } = one.byChannel;
  const scale = effectScale(
    channels.map(({ effect }) => effect),
    outcome,
  );
  const { name } = qualityWords[one.quality];
  return (
    <Section title="Does it hold in each channel?">
      <p className="second">{sentence}</p>
      {channels.length < 2 ? null : (
        <table className="fair-ladder">
          <caption className="visually-hidden">{name}: what goes with one step up, by channel</caption>
          <tbody>
            {channels.map(({ channel, conversations, effect, clear }) => {
              const words = effectWordsOf(effect, outcome);
              return (
                <tr key={channel}>
                  <th scope="row">
                    <Link to="/conversations" search={filterSearch({ quality: one.quality, channel })}>
                      {channelNames[channel]}
                    </Link>{' '}
                    <span className="dim">{conversations.toLocaleString()}</span>
                  </th>
                  <td>
                    <Span
                      estimate={effect}
                      scale={scale}
                      width={width}
                      height={34}
                      ticks={scale.ticks}
                      reference={{ value: 0, kind: 'zero' }}
                      tone={clear ? 'ink' : 'unsure'}
                      label={`${channelNames[channel]}: ${words.sentence}`}
                    />
                  </td>
                  <td className="nowrap fair-words">
                    {effect.value === null ? (
                      <span className="dim">too few, {conversations}</span>
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
        </table>
      )}
      <p className="caption">
        Each channel for itself, same agent; the machine’s own error is still in it. That one is sure and another is not
        does not make them different.
      </p>
    </Section>
  );
}
