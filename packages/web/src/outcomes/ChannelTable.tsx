/** The same by channel: outcomes, and the share in which each quality was met, with ranges where there are enough. */
import {
  type ChannelOutcomes,
  type ConversationFilter,
  channelNames,
  qualityIds,
  qualityWords,
} from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { changeWords, type EstimateWords, shareWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { WideTable } from '../design/WideTable.tsx';
import { useBehind } from '../whose/use-whose.ts';

interface Row {
  name: string;
  words: (one: ChannelOutcomes) => EstimateWords | null;
  behind: ConversationFilter;
}

const outcomes: readonly Row[] = [
  { name: 'Satisfied, asked', words: ({ satisfied }) => shareWords(satisfied), behind: { rated: 'satisfied' } },
  { name: 'Resolved', words: ({ seen }) => shareWords(seen.resolved), behind: { resolved: 'yes' } },
  { name: 'Had to write again', words: ({ seen }) => shareWords(seen.wroteAgain), behind: { signal: 'wrote-again' } },
  {
    name: 'Feeling, first to last',
    words: ({ seen }) => changeWords(seen.feelingChange),
    behind: { feeling: 'lifted' },
  },
];
const qualities: readonly Row[] = qualityIds.map((quality) => ({
  name: qualityWords[quality].name,
  words: ({ qualities: own }) => {
    const found = own.find((one) => one.quality === quality);
    return found ? shareWords(found.met) : null;
  },
  behind: { quality, verdict: 'met' },
}));

export function ChannelTable({ channels }: { channels: readonly ChannelOutcomes[] }) {
  if (channels.length < 2) {
    return (
      <Section title="By channel">
        <p className="second">
          All conversations came by {channels[0] ? channelNames[channels[0].channel] : 'no channel yet'}: nothing to
          tell apart.
        </p>
      </Section>
    );
  }
  return (
    <Section title="By channel" beside="side by side; other matters come by other channels">
      <WideTable label="Channels">
        <table className="channel-table">
          <thead>
            <tr>
              <th scope="col">In 100, likely range</th>
              {channels.map(({ channel, conversations, rated }) => (
                <th scope="col" key={channel}>
                  {channelNames[channel]}
                  <span className="caption">
                    {conversations.toLocaleString()}, {rated.toLocaleString()} rated
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <Rows title="Outcomes" rows={outcomes} channels={channels} />
          <Rows title="Met when called for" rows={qualities} channels={channels} />
        </table>
      </WideTable>
    </Section>
  );
}

function Rows({
  title,
  rows,
  channels,
}: {
  title: string;
  rows: readonly Row[];
  channels: readonly ChannelOutcomes[];
}) {
  const searchOf = useBehind();
  return (
    <tbody>
      <tr className="channel-group">
        <th colSpan={channels.length + 1} scope="rowgroup">
          {title}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.name}>
          <th scope="row">{row.name}</th>
          {channels.map((one) => {
            const words = row.words(one);
            return (
              <td key={one.channel} className="nowrap">
                {words === null || words.value === 'too few' ? (
                  <span className="dim">{words === null ? 'none' : 'too few'}</span>
                ) : (
                  <Link to="/conversations" search={searchOf({ ...row.behind, channel: one.channel })}>
                    <span className="num">{words.value}</span> <span className="dim">{words.range}</span>
                  </Link>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}
