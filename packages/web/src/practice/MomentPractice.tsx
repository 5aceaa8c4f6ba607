/** One moment: what was said, the field for the reply, and after the first look what the scorer sees as it is typed. */
import { type PracticeMoment, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useToast } from '../design/Toast.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { draftMarks } from '../try-reply/draft-marks.ts';
import { MarkedField } from '../try-reply/MarkedField.tsx';
import { useDraftCheck } from '../try-reply/use-draft-check.ts';
import { exchangeOf } from './exchange-of.ts';
import { PracticeTurns } from './PracticeTurns.tsx';
import { useJudge, useKeep } from './use-practice.ts';
import { WhatItSaw } from './WhatItSaw.tsx';

interface MomentPracticeProps {
  moment: PracticeMoment;
  place: number;
  all: number;
  onMove: (step: number) => void;
}

export function MomentPractice({ moment, place, all, onMove }: MomentPracticeProps) {
  const [reply, setReply] = useState('');
  const [looked, setLooked] = useState(false);
  const [compared, setCompared] = useState(false);
  const [kept, setKept] = useState(false);
  const [current, setCurrent] = useState<number | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const toast = useToast();
  const keep = useKeep();
  const { customerText, earlier } = useMemo(() => exchangeOf(moment), [moment]);
  const state = useDraftCheck(customerText, looked ? reply : '', earlier);
  const judge = useJudge();
  const isEmpty = reply.trim() === '';
  const judged = useMemo(
    () =>
      looked && judge.data && reply.trim() !== ''
        ? judge.data({ customerText, earlier, reply, quality: moment.quality })
        : null,
    [looked, judge.data, customerText, earlier, reply, moment.quality],
  );
  const look = () => (isEmpty ? undefined : setLooked(true));
  const compare = () => (looked ? setCompared(true) : undefined);
  const keepIt = () => {
    if (isEmpty || kept || keep.isPending) return;
    keep.mutate(
      { momentId: moment.id, reply },
      {
        onSuccess: () => {
          setKept(true);
          toast({ text: 'Kept. Only you see it.' });
        },
      },
    );
  };
  useKeys({
    'write-reply': () => field.current?.focus(),
    look,
    ...(looked ? { compare, keep: keepIt } : {}),
    next: () => onMove(1),
    back: () => onMove(-1),
  });
  const { name, phrase } = qualityWords[moment.quality];
  const check = looked && state.kind === 'ready' ? state.checked : null;
  return (
    <div className="practice">
      <section className="practice-wide" aria-label="The moment and your reply">
        <p className="practice-place">
          <span>
            <b>{name}</b>, {phrase}
          </span>
          <span className="caption">
            {place} of {all}
          </span>
        </p>
        <PracticeTurns moment={moment} trigger={judged?.moments[0]?.trigger ?? null} />
        <MarkedField
          label="Your reply"
          voice="draft"
          text={reply}
          marks={check && !isEmpty ? draftMarks(check.check) : []}
          current={current}
          placeholder="What would you write now?"
          field={field}
          onText={(text) => {
            setReply(text);
            setKept(false);
          }}
        />
        <div className="practice-buttons">
          <Button
            kind="primary"
            shortcut="Ctrl Enter"
            onClick={look}
            blocked={isEmpty ? 'Write a reply first' : undefined}
          >
            See what it saw
          </Button>
          <Button shortcut="C" onClick={compare} blocked={looked ? undefined : 'Look at your own first'}>
            Compare with what was written
          </Button>
          <Button shortcut="S" onClick={keepIt} blocked={keepBlocked({ isEmpty, kept, looked })}>
            {kept ? 'Kept' : 'Keep it for me'}
          </Button>
          <Button kind="quiet" onClick={() => onMove(1)}>
            {place === all ? 'Other moments' : 'Next moment'}
          </Button>
        </div>
        {keep.error ? <ErrorState error={keep.error} /> : null}
        {compared ? (
          <section className="practice-written" aria-label="What was really written">
            <h2>What was really written</h2>
            <p className="say-small">“{moment.written}”</p>
            <p className="caption">{moment.why}</p>
            {moment.conversationId === null ? null : (
              <p>
                <Link to="/conversations/$conversationId" params={{ conversationId: moment.conversationId }}>
                  Whole conversation
                </Link>
              </p>
            )}
          </section>
        ) : null}
      </section>
      <aside className="practice-side" aria-label="What the scorer saw">
        {looked && (judge.isPending || state.kind === 'loading') ? (
          <LoadingState>Fetching the rules, once.</LoadingState>
        ) : null}
        {judge.isError ? <ErrorState error={judge.error} retry={() => void judge.refetch()} /> : null}
        {state.kind === 'failed' && looked ? (
          <ErrorState error={new Error('The rules could not be fetched')} retry={state.retry} />
        ) : null}
        {judged && check && !isEmpty ? (
          <WhatItSaw quality={moment.quality} judged={judged} checked={check} onLook={setCurrent} />
        ) : (
          <p className="practice-hidden">
            What the scorer sees stands here once you ask for it.{' '}
            <Link to="/guides/$quality" params={{ quality: moment.quality }}>
              The guide to {name.toLowerCase()}
            </Link>
          </p>
        )}
      </aside>
    </div>
  );
}

function keepBlocked({ isEmpty, kept, looked }: { isEmpty: boolean; kept: boolean; looked: boolean }) {
  if (isEmpty || !looked) return 'Look at your own first';
  return kept ? 'It is kept' : undefined;
}
