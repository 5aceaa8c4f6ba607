/** Reviews of the reader's own service, which only they and whoever leads them see. */
import { Section } from '../design/Section.tsx';
import { ReviewRows } from './ReviewRows.tsx';
import { useAboutMe } from './use-reviews.ts';

export function AboutMe() {
  const found = useAboutMe().data;
  if (found === undefined || found.reviews.length === 0) return null;
  return (
    <Section title="Of your own service" beside={found.waiting > 0 ? `${found.waiting} to read` : 'all read'}>
      <ReviewRows reviews={found.reviews} about="me" />
    </Section>
  );
}
