/** The fourteen guides, each with what a person who does it well is said to do. */
import { qualityIds, qualityWords } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import './GuidePage.css';

export function GuidesPage() {
  usePageTitle('Guides');
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const ids: readonly string[] = qualityIds;
  const at = ids.indexOf(search.at ?? '');
  const move = (step: number) => {
    const next = qualityIds[Math.min(qualityIds.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    if (next) void navigate({ to: '/guides', search: { at: next }, replace: true });
  };
  useKeys({
    next: () => move(1),
    back: () => move(-1),
    open: () => {
      const quality = qualityIds[at];
      if (quality) void navigate({ to: `/guides/${quality}` });
    },
  });
  return (
    <>
      <TopStrip where={<b>Guides</b>} />
      <h1>
        Good service can be <span className="marker">learned</span>.
      </h1>
      <p className="second guide-looks">
        One short guide for each of the fourteen qualities: why it matters, the same moment before and after, three
        habits and one exercise. Three minutes each.
      </p>
      <ul className="guide-list">
        {qualityIds.map((quality) => (
          <li key={quality} className={search.at === quality ? 'here' : undefined}>
            <Link to="/guides/$quality" params={{ quality }}>
              <b>{qualityWords[quality].name}</b>
              <span className="second">{qualityWords[quality].phrase}</span>
              <span className="caption">Called for by {qualityWords[quality].openedBy}.</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
