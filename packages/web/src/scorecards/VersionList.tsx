/** Every version there was, the newest first; each opens as it was. */
import type { Scorecard, ScorecardVersion } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { dayAndTimeWords, dayWords } from '../design/dates.ts';
import { Section } from '../design/Section.tsx';
import { versionName } from './scorecard-words.ts';

interface VersionListProps {
  card: Scorecard;
  /** Id of the version that is shown. */
  at: string | undefined;
  search: Record<string, string>;
}

export function VersionList({ card, at, search }: VersionListProps) {
  return (
    <Section title="Versions" beside="reviews keep the version they were made with">
      <ul className="version-list">
        {card.versions.map((version) => (
          <li key={version.id} className="version-row">
            <Link
              className="version-link"
              to="."
              search={{ ...search, version: version.state === 'draft' ? '' : version.id }}
              aria-current={version.id === at ? 'true' : undefined}
            >
              {versionName(version)}
            </Link>
            <span className="second">{version.note}</span>
            <span className="caption">{whenWords(version)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function whenWords({ state, savedAt, savedBy, publishedAt }: ScorecardVersion): string {
  return state === 'draft' || publishedAt === null
    ? `saved ${dayAndTimeWords(savedAt)} by ${savedBy}`
    : `published ${dayWords(publishedAt, new Date())} by ${savedBy}`;
}
