/** A person's own course of one quality, with what may be said of it and the choice of another. */
import { type PersonPage, type QualityId, qualityWords } from '@rapport/contract';
import { Menu } from '../design/Menu.tsx';
import { Section } from '../design/Section.tsx';
import { Tag } from '../design/Tag.tsx';
import { CourseChart } from './CourseChart.tsx';
import { courseTags } from './people-words.ts';

/** One point is no course. */
const fewestDrawn = 2;

export function CourseSection({ page, onQuality }: { page: PersonPage; onQuality: (quality: QualityId) => void }) {
  const { course, own } = page;
  if (course === null) return null;
  const tag = courseTags[course.verdict];
  const known = course.points.filter(({ met }) => met.value !== null).length;
  const each = course.weeksPerPoint === 1 ? 'a point a week' : `a point every ${course.weeksPerPoint} weeks`;
  return (
    <Section
      title={`${titleOf(page, course.quality)}: ${qualityWords[course.quality].name.toLowerCase()}`}
      link={<Tag tone={tag.tone}>{tag.words}</Tag>}
      className="person-course"
    >
      {known >= fewestDrawn ? (
        <>
          <CourseChart course={course} own={own} />
          <p className="caption">
            Met in 100 calls for it, in {own ? 'your' : 'this person’s'} own conversations; {each}. {course.sentence}
          </p>
        </>
      ) : (
        <p className="second">{course.sentence}</p>
      )}
      <p className="person-course-choice">
        <Menu
          label="Course of"
          value={course.quality}
          choices={page.qualities.map(({ quality }) => ({ value: quality, name: qualityWords[quality].name }))}
          onChoose={onQuality}
        />
      </p>
    </Section>
  );
}

function titleOf({ own, workingOn }: PersonPage, quality: QualityId): string {
  if (workingOn === quality) return 'What you are working on';
  return own ? 'Your course' : 'Own course';
}
