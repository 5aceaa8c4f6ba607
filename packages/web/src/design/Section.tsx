/** A part of a page: an ink rule, a heading, perhaps a quiet link at the right. */
import { type ReactNode, useId } from 'react';
import './Section.css';

interface SectionProps {
  title: string;
  /** Small words beside the heading, such as counts. */
  beside?: ReactNode;
  /** A quiet link at the far right. */
  link?: ReactNode;
  /** Makes the section a target of links on the page. */
  anchor?: string;
  className?: string;
  children: ReactNode;
}

export function Section({ title, beside, link, anchor, className, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={className ? `section ${className}` : 'section'} aria-labelledby={heading} id={anchor}>
      <header>
        <h2 id={heading}>{title}</h2>
        {beside === undefined ? null : <span className="caption">{beside}</span>}
        {link === undefined ? null : <span className="section-link caption">{link}</span>}
      </header>
      {children}
    </section>
  );
}
