/** What is masked when storing, how much it was, and whether the originals are kept, sealed. */
import { keptKinds, maskKinds } from '@rapport/contract';
import { useState } from 'react';
import { SettingsFrame } from '../accounts/SettingsFrame.tsx';
import { useHolds } from '../accounts/use-me.ts';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { countOf, countWords } from '../first-run/count-words.ts';
import { AskDialog } from '../sources/AskDialog.tsx';
import { allKindWords } from './masked-words.ts';
import { useKeepSwitch, useKeptWords } from './use-masked.ts';
import './masked.css';

export function MaskingPage() {
  const found = useKeptWords();
  const isOwner = useHolds('owner');
  const [isAsking, setAsking] = useState(false);
  const switching = useKeepSwitch();
  const state = found.data;
  const masked = state ? maskKinds.reduce((sum, kind) => sum + state.masked[kind], 0) : 0;
  const kept = state ? keptKinds.reduce((sum, kind) => sum + state.kept[kind], 0) : 0;
  return (
    <SettingsFrame
      name="Masked words"
      title={
        state === undefined ? (
          'What is masked?'
        ) : (
          <>
            <span className="marker">{countOf(masked, 'place')} masked</span>
            {kept > 0 ? `, ${countWords(kept)} of them kept sealed.` : ', and nothing of it is kept.'}
          </>
        )
      }
      lead="Before anything is stored, Rapport takes card numbers, IBANs, keys and passwords, national ids, e-mail addresses and phone numbers out of what people wrote."
    >
      {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {switching.error ? <ErrorState error={switching.error} /> : null}
      {found.isPending ? <LoadingState>Counting.</LoadingState> : null}
      {state ? (
        <>
          <table className="masked-table">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Masked</th>
                <th scope="col">Kept sealed</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(allKindWords).map(([id, name]) => {
                const kind = maskKinds.find((one) => one === id);
                const own = keptKinds.find((one) => one === id);
                return (
                  <tr key={id}>
                    <th scope="row">{name}</th>
                    <td>{kind ? countWords(state.masked[kind]) : null}</td>
                    <td>{own ? countWords(state.kept[own]) : <span className="caption">never</span>}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p className="caption">Masked: of everything ever read, what came twice included.</p>
          <Section title="Keep the originals sealed">
            <p className="second">
              {state.keeps
                ? 'E-mail addresses, phone numbers and IBANs are kept apart from the messages, sealed with a key that is in no backup. An administrator can reveal one place at a time, for a reason; each time is logged. They go with the message.'
                : 'Off: what is masked is gone for good, and the helpdesk it came from has it still. Switched on, e-mail addresses, phone numbers and IBANs of what comes from then on are kept sealed, and an administrator can reveal one place at a time, for a reason, which is logged.'}
            </p>
            {isOwner ? (
              <p className="settings-buttons masked-switch">
                <Button onClick={() => (state.keeps ? setAsking(true) : switching.mutate(true))}>
                  {state.keeps ? 'Keep nothing, and forget what is kept' : 'Keep them sealed from now on'}
                </Button>
              </p>
            ) : (
              <p className="caption">An owner can change this.</p>
            )}
          </Section>
        </>
      ) : null}
      {isAsking ? (
        <AskDialog
          title="Forget what is kept?"
          verb={`Forget ${countOf(kept, 'place')}`}
          isDanger
          onYes={() => {
            setAsking(false);
            switching.mutate(false);
          }}
          onClose={() => setAsking(false)}
        >
          {countOf(kept, 'masked place')} can then be revealed by nobody any more. This cannot be undone.
        </AskDialog>
      ) : null}
    </SettingsFrame>
  );
}
