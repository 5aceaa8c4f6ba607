import { type EstimateWire, type FocusQuality, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { differenceWords, shareWords } from '../design/estimate-words.ts';
import { Span } from '../design/Span.tsx';
import { isFewData } from '../design/span-geometry.ts';
import { useBehind } from '../whose/use-whose.ts';
import { differenceTone } from './focus-tiers.ts';

export const metScale = { min: 0, max: 1, width: 84 };
export const followedScale = { min: 0, max: 0.8, width: 120 };
const metTicks = [0, 0.25, 0.5, 0.75, 1];
const followedTicks = [0, 0.2, 0.4, 0.6, 0.8];

export function FocusRow({ quality, current }: { quality: FocusQuality; current: boolean }) {
  const searchOf = useBehind();
  const name = qualityWords[quality.quality].name;
  const met = shareWords(quality.met);
  const few = isFewData(quality.met);
  const nothingFollowed = quality.afterMissed.n === 0 && quality.afterMet.n === 0;
  const behind = (verdict: 'met' | 'missed', followed?: 'yes') =>
    searchOf({ quality: quality.quality, verdict, ...(followed ? { followed } : {}) });
  return (
    <tr
      className={current ? 'current' : undefined}
      aria-current={current ? 'true' : undefined}
      title={quality.sentence}
    >
      <th scope="row" className={quality.tier === 'stands-out' ? 'leads' : undefined}>
        <Link to="/conversations" search={behind('missed')}>
          {name}
        </Link>
        <span className="visually-hidden">. {quality.sentence}</span>
      </th>
      <td>
        <Span
          estimate={quality.met}
          scale={metScale}
          width={metScale.width}
          height={40}
          ticks={metTicks}
          label={few ? `${name} met: ${quality.metCount} of ${quality.opportunities}` : `${name} met: ${met.sentence}`}
        />
      </td>
      <td className="nowrap">
        <Link to="/conversations" search={behind('met')} className={few ? 'figure' : 'figure of-met'}>
          {few ? (
            <span className="num">
              {quality.metCount} of {quality.opportunities}
            </span>
          ) : (
            <>
              <span className="num">{met.value}</span> <span className="dim">{met.range}</span>
            </>
          )}
        </Link>
      </td>
      {few || nothingFollowed ? (
        <td colSpan={3} className="caption focus-few">
          {quality.sentence}
        </td>
      ) : (
        <WhatFollowed quality={quality} name={name} missed={behind('missed', 'yes')} met={behind('met', 'yes')} />
      )}
    </tr>
  );
}

interface WhatFollowedProps {
  quality: FocusQuality;
  name: string;
  missed: Record<string, string>;
  met: Record<string, string>;
}

function WhatFollowed({ quality, name, missed, met }: WhatFollowedProps) {
  const tone = differenceTone(quality);
  const afterMissed = shareWords(quality.afterMissed);
  const afterMet = shareWords(quality.afterMet);
  const difference = differenceWords(quality.difference);
  const common = { scale: followedScale, width: followedScale.width, height: 24, ticks: followedTicks };
  return (
    <>
      <td className="pair">
        <Span
          {...common}
          estimate={quality.afterMissed}
          tone={tone}
          label={`Trouble after ${name} was missed: ${afterMissed.sentence}`}
        />
        <Span
          {...common}
          estimate={quality.afterMet}
          tone={tone === 'unsure' ? 'unsure' : 'ink'}
          label={`Trouble after ${name} was met: ${afterMet.sentence}`}
        />
      </td>
      <td className="nowrap pair-words">
        <Followed search={missed} estimate={quality.afterMissed} where="where missed" />
        <Followed search={met} estimate={quality.afterMet} where="where met" />
      </td>
      <td className="nowrap more">
        {quality.difference.value === null ? (
          <span className="caption">not compared</span>
        ) : (
          <>
            <span className={tone === 'attention' ? 'num attention' : 'num'}>{difference.value}</span>
            <br /> <span className="caption">{difference.range}</span>
          </>
        )}
      </td>
    </>
  );
}

interface FollowedProps {
  search: Record<string, string>;
  estimate: EstimateWire;
  where: string;
}

function Followed({ search, estimate, where }: FollowedProps) {
  const words = shareWords(estimate);
  const few = isFewData(estimate);
  if (estimate.n === 0) return <span className="figure dim">none {where}</span>;
  return (
    <Link to="/conversations" search={search} className="figure">
      <span className="num">{words.value}</span>{' '}
      <span className="dim">
        {few ? `of ${estimate.n}` : words.range}
        <span className="where"> {where}</span>
      </span>
    </Link>
  );
}
