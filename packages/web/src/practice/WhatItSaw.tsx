/** The verdict on the practised reply, with the customer's own words, and everything else the check saw in it. */
import { type QualityId, qualityWords } from '@rapport/contract';
import type { JudgedReply } from '@rapport/qualities/judge-reply';
import { LevelTag } from '../design/LevelTag.tsx';
import { DraftPanel } from '../try-reply/DraftPanel.tsx';
import type { CheckedDraft } from '../try-reply/use-draft-check.ts';

interface WhatItSawProps {
  quality: QualityId;
  judged: JudgedReply;
  checked: CheckedDraft;
  onLook: (number: number | null) => void;
}

export function WhatItSaw({ quality, judged, checked, onLook }: WhatItSawProps) {
  const { name } = qualityWords[quality];
  const words = judged.moments[0]?.trigger?.quote;
  return (
    <>
      <div className="practice-verdict" role="status">
        <h2>
          {name} <LevelTag verdict={judged.verdict} />
        </h2>
        {words === undefined ? null : <blockquote className="say-small">“{words}”</blockquote>}
        <p className="second">
          {judged.verdict === 'no-opportunity'
            ? `By itself this reply shows the scorer nothing about ${name.toLowerCase()}, neither good nor bad.`
            : judged.why}
        </p>
      </div>
      <DraftPanel check={checked.check} tookMs={checked.tookMs} onLook={onLook} />
    </>
  );
}
