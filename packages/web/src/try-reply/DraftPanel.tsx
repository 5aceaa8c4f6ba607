/** What the check says of the draft: what it skips, in the customer's words; what it saw; what is already good. */
import type { DraftCheck, DraftFinding } from '@rapport/qualities/check-draft';
import { useId } from 'react';
import { Brand } from '../design/Brand.tsx';
import { Icon } from '../design/Icon.tsx';
import { splitHeadline } from './draft-marks.ts';
import './DraftPanel.css';

interface DraftPanelProps {
  check: DraftCheck;
  tookMs: number;
  onLook: (number: number | null) => void;
}

export function DraftPanel({ check, tookMs, onLook }: DraftPanelProps) {
  const headline = splitHeadline(check.headline);
  return (
    <>
      <PanelHead />
      <h2 className="draft-headline" aria-live="polite">
        {headline.marked ? (
          <>
            <span className="marker">{headline.marked}</span>
            <br />
          </>
        ) : null}
        {headline.rest}
      </h2>
      <p className="caption draft-promise">Nothing is stored, nothing is rewritten.</p>
      <Group title="What it skips" findings={check.skipped} numbered onLook={onLook} />
      <Group title="What it saw" findings={check.seen} onLook={onLook} />
      {check.good.length > 0 ? (
        <section className="draft-group" aria-label="Already good">
          <h3>Already good</h3>
          <ul className="draft-good">
            {check.good.map((one, index) => (
              <li key={`${one.quality} ${one.sentence}`}>
                <Icon name="check" size={14} />
                <span>
                  {one.sentence}
                  {one.quote && one.quote.start !== check.good[index - 1]?.quote?.start ? (
                    <span className="say-small draft-own">“{one.quote.quote}”</span>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="caption draft-foot">
        Checked in {tookMs < 1 ? 'under 1' : Math.round(tookMs)} ms, in this page. Rules read words, not minds: you
        decide what fits.
      </p>
    </>
  );
}

export function PanelHead() {
  return (
    <p className="draft-brand">
      <Brand size={22} /> <b>Rapport</b> <span className="caption">checked in your browser</span>
    </p>
  );
}

interface GroupProps {
  title: string;
  findings: readonly DraftFinding[];
  numbered?: boolean;
  onLook: (number: number | null) => void;
}

function Group({ title, findings, numbered = false, onLook }: GroupProps) {
  const heading = useId();
  if (findings.length === 0) return null;
  return (
    <section className="draft-group" aria-labelledby={heading}>
      <h3 id={heading} className="caption draft-group-name">
        {title}
      </h3>
      <ol>
        {findings.map((finding, index) => (
          <li
            key={`${finding.title} ${finding.quotes[0]?.start ?? index}`}
            className="draft-finding"
            onPointerEnter={() => onLook(numbered ? index + 1 : null)}
            onPointerLeave={() => onLook(null)}
          >
            <h4>
              {numbered ? <span className="dim">{index + 1}</span> : null} {finding.title}
            </h4>
            {finding.quotes.length > 0 ? (
              <blockquote className={finding.quotes.some((quote) => quote.of === 'customer') ? 'theirs' : 'own'}>
                {finding.quotes.map((quote) => (
                  <span key={`${quote.of} ${quote.start}`} className="say-small">
                    “{quote.quote}”
                  </span>
                ))}
              </blockquote>
            ) : null}
            <p className="draft-sentence">{finding.sentence}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
