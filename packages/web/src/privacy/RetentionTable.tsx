/** Channels that are here: how many conversations, how long they are kept where that differs, how many would go. */
import { type Channel, channelNames, type RetentionPreview } from '@rapport/contract';
import type { TypedRule } from './retention-words.ts';
import './DataPage.css';

interface RetentionTableProps {
  preview: RetentionPreview;
  typed: TypedRule;
  onChange: (typed: TypedRule) => void;
}

export function RetentionTable({ preview, typed, onChange }: RetentionTableProps) {
  if (preview.byChannel.length === 0) return <p className="caption">There are no conversations yet.</p>;
  const change = (channel: Channel, own: TypedRule['channels'][Channel]): void => {
    const { [channel]: _, ...rest } = typed.channels;
    onChange({ ...typed, channels: own === undefined ? rest : { ...rest, [channel]: own } });
  };
  return (
    <div className="privacy-table">
      <table>
        <thead>
          <tr>
            <th scope="col">Channel</th>
            <th scope="col">Kept</th>
            <th scope="col" className="number">
              Here
            </th>
            <th scope="col" className="number">
              Would go
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.byChannel.map(({ channel, stored, conversations }) => {
            const own = typed.channels[channel];
            return (
              <tr key={channel}>
                <th scope="row">{channelNames[channel]}</th>
                <td>
                  <select
                    aria-label={`How long ${channelNames[channel]} is kept`}
                    value={own?.own ?? 'same'}
                    onChange={({ target: { value } }) =>
                      change(
                        channel,
                        value === 'same' ? undefined : { own: value === 'end' ? 'end' : 'days', days: typed.days },
                      )
                    }
                  >
                    <option value="same">as above</option>
                    <option value="days">its own days</option>
                    <option value="end">without end</option>
                  </select>
                  {own?.own === 'days' ? (
                    <input
                      aria-label={`Days for ${channelNames[channel]}`}
                      inputMode="numeric"
                      value={own.days}
                      onChange={(event) => change(channel, { own: 'days', days: event.target.value })}
                    />
                  ) : null}
                </td>
                <td className="number">{stored.toLocaleString()}</td>
                <td className="number">{conversations.toLocaleString()}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
