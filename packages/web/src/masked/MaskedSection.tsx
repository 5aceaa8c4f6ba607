/** Masked places of a conversation that somebody with the right may look at, one at a time and for a reason. */
import type { MaskedPlace } from '@rapport/contract';
import { useState } from 'react';
import { useHolds } from '../accounts/use-me.ts';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { countOf } from '../first-run/count-words.ts';
import { kindWords } from './masked-words.ts';
import { RevealDialog } from './RevealDialog.tsx';
import { useMaskedPlaces } from './use-masked.ts';
import './masked.css';

export function MaskedSection({ conversationId }: { conversationId: string }) {
  const mayReveal = useHolds('admin');
  const found = useMaskedPlaces(conversationId, mayReveal);
  const [open, setOpen] = useState<MaskedPlace | null>(null);
  const places = found.data?.places ?? [];
  if (!mayReveal || places.length === 0) return null;
  return (
    <Section title="Masked words" beside={`${countOf(places.length, 'place')} kept sealed`}>
      <ul className="masked-places">
        {places.map((place) => (
          <li key={`${place.messageId} ${place.start}`}>
            <q className="masked-quote">
              {place.before}
              <mark>[{place.kind}]</mark>
              {place.after}
            </q>
            <Button size="small" onClick={() => setOpen(place)}>
              Reveal<span className="visually-hidden"> the {kindWords[place.kind]}</span>
            </Button>
          </li>
        ))}
      </ul>
      {open ? <RevealDialog conversationId={conversationId} place={open} onClose={() => setOpen(null)} /> : null}
    </Section>
  );
}
