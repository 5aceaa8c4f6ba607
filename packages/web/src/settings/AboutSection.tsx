/** Versions, and the licences of what is built in. */
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';

interface AboutProps {
  version: string | undefined;
  scorerVersion: string | undefined;
}

export function AboutSection({ version, scorerVersion }: AboutProps) {
  return (
    <Section title="About Rapport" anchor="about">
      <dl className="about">
        <div>
          <dt>Version</dt>
          <dd>{version ?? 'not known while the server does not answer'}</dd>
        </div>
        <div>
          <dt>Scorer</dt>
          <dd>
            {scorerVersion ?? 'not known while the server does not answer'} ·{' '}
            <Link to="/accuracy">how far to trust it</Link>
          </dd>
        </div>
        <div>
          <dt>Licence</dt>
          <dd>Apache-2.0</dd>
        </div>
        <div>
          <dt>Typefaces</dt>
          <dd>
            Hanken Grotesk and Newsreader, both under the Open Font License:{' '}
            <a href="/licences/hanken-grotesk.txt">its text for Hanken Grotesk</a>,{' '}
            <a href="/licences/newsreader.txt">for Newsreader</a>
          </dd>
        </div>
        <div>
          <dt>Built with</dt>
          <dd>
            <a href="/licences/packages.txt">packages and their licences</a>
          </dd>
        </div>
      </dl>
    </Section>
  );
}
