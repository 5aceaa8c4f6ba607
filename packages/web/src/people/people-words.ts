/** Words of the pages about people, bound to what was found. */
import type { HardKind, LoadShare, PersonCourse, TeamQuality } from '@rapport/contract';

/** "A3" for "Agent 3", "DR" for "Dev Raman". */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => /[\p{L}\p{N}]+/u.exec(word ?? '')?.[0],
  );
  return letters
    .map((word) => (word === undefined ? '' : /^\d/.test(word) ? word : word.charAt(0)))
    .join('')
    .toLocaleUpperCase();
}

export const courseTags: Record<PersonCourse['verdict'], { tone: 'strength' | 'attention' | 'unsure'; words: string }> =
  {
    risen: { tone: 'strength', words: 'Real change, up' },
    fallen: { tone: 'attention', words: 'Real change, down' },
    usual: { tone: 'unsure', words: 'Could be chance' },
    'cannot-tell': { tone: 'unsure', words: 'Cannot tell yet' },
  };

const shortKinds: Record<HardKind, string> = {
  upset: 'very upset',
  escalated: 'escalated',
  hostile: 'furious',
};

/** What made a person's conversations hard; one conversation may be hard in two ways. */
export function kindWords(kinds: LoadShare['kinds']): string {
  return (Object.keys(shortKinds) as HardKind[])
    .filter((kind) => (kinds[kind] ?? 0) > 0)
    .map((kind) => `${kinds[kind]} ${shortKinds[kind]}`)
    .join(', ');
}

export const tierNames: Record<TeamQuality['tier'], { name: string; because: string }> = {
  strong: { name: 'Surely lived', because: 'met in more than two of three, with the whole range' },
  between: { name: 'Cannot tell yet', because: 'the range reaches into the middle' },
  open: { name: 'Still open', because: 'met in fewer than half, with the whole range' },
  'too-few': { name: 'Too few calls', because: 'a share starts at twenty' },
};

/** "2 of 9 people stand above the team, 1 below": how many, never who. */
export function apartWords(apart: TeamQuality['apart']): string {
  if (apart === null) return '';
  const { above, below, compared } = apart;
  if (above + below === 0) return `nobody of ${compared} can be told apart`;
  const parts = [above > 0 ? `${above} above` : '', below > 0 ? `${below} below` : ''].filter(Boolean);
  return `${parts.join(', ')} of ${compared}, shown to themselves`;
}

export const runWords = (run: number): string => (run < 2 ? '' : `${run} in a row`);
