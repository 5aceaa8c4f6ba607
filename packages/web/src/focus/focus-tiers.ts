/** Tiers, not ranks: which qualities stand out, which cannot be told yet, which were met too rarely to say. */
import type { Focus, FocusQuality } from '@rapport/contract';
import type { SpanTone } from '../design/span-geometry.ts';

export interface FocusTier {
  tier: FocusQuality['tier'];
  name: string;
  because: string;
  shown: FocusQuality[];
  /** Named in a sentence until the person asks for all. */
  folded: FocusQuality[];
}

/** How many rows the table holds before "show all"; one that is sure is never folded away. */
const roomInTable = 9;
const roomForTooFew = 2;

/** The tiers that hold something. Within a tier the order is the server's and means nothing. */
export function focusTiers(focus: Pick<Focus, 'qualities'>, showAll: boolean): FocusTier[] {
  const of = (tier: FocusQuality['tier']) => focus.qualities.filter((one) => one.tier === tier);
  const standsOut = of('stands-out');
  const tooFew = of('too-few');
  const room = Math.max(3, roomInTable - standsOut.length - Math.min(roomForTooFew, tooFew.length));
  const tiers: FocusTier[] = [
    {
      tier: 'stands-out',
      name: standsOut.length > 1 ? 'Stand out' : 'Stands out',
      because:
        standsOut.length > 1
          ? 'trouble followed clearly more often where they were missed; the data cannot put them in order'
          : 'trouble followed clearly more often where it was missed',
      shown: standsOut,
      folded: [],
    },
    fold(
      'unsure',
      'Cannot tell yet',
      'could still be chance, with fourteen looked at together, or runs the other way',
      of('unsure'),
      showAll ? 14 : room,
    ),
    fold(
      'too-few',
      'Not compared',
      'too few missed, too few met, or too little known of what followed',
      tooFew,
      showAll ? 14 : roomForTooFew,
    ),
  ];
  return tiers.filter((one) => one.shown.length + one.folded.length > 0);
}

/** Colour for "where missed": only in the tier that stands out; everywhere else grey and hollow. */
export const differenceTone = (quality: Pick<FocusQuality, 'tier'>): SpanTone =>
  quality.tier === 'stands-out' ? 'attention' : 'unsure';

function fold(tier: FocusQuality['tier'], name: string, because: string, all: FocusQuality[], room: number): FocusTier {
  // One folded row would need as much room as its sentence.
  const cut = all.length <= room + 1 ? all.length : room;
  return { tier, name, because, shown: all.slice(0, cut), folded: all.slice(cut) };
}
