/** Everything kept about oneself, as a file. */
import { addressOf, exportMyData } from '@rapport/contract';
import { buttonClass } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';

export function MyDataSection() {
  return (
    <Section title="What is kept about you">
      <p className="second settings-lead">
        Your account, what you wrote, how it was scored and reviewed, your coaching and your notes: a page to read, and
        JSON for programs. That you took it stands in the log.
      </p>
      <a className={buttonClass({})} href={addressOf(exportMyData, {})} download>
        Save everything about me
      </a>
    </Section>
  );
}
