/** Which qualities can be trusted how far, most trusted first. */
import type { Accuracy } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { trustGroups } from './trust-words.ts';

/** Nothing while the figures are on their way: what stands around it holds without them. */
export function TrustGroups({ accuracy }: { accuracy: Accuracy | undefined }) {
  if (!accuracy) return null;
  return (
    <>
      <p className="trust-groups-lead">
        How far to trust each score, by agreement with labels (<Link to="/accuracy">all figures</Link>):
      </p>
      <ul className="trust-groups">
        {trustGroups(accuracy).map(({ level, name, advice, qualities }) => (
          <li key={level}>
            <b>{name.charAt(0).toUpperCase() + name.slice(1)}:</b> {qualities.join(', ').toLowerCase()}.{' '}
            <span className="dim">{advice.charAt(0).toUpperCase() + advice.slice(1)}.</span>
          </li>
        ))}
      </ul>
    </>
  );
}
