/** The answer by channel, for the qualities of which there is something to say. */
import { type DriversAnswer, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';

export function ChannelNotes({ answer }: { answer: DriversAnswer }) {
  const told = answer.qualities.filter(({ tier, byChannel }) => byChannel !== null && tier !== 'refused');
  if (told.length === 0) return null;
  const leads = told.filter(({ tier, byChannel }) => tier !== 'unsure' || byChannel?.differ === true);
  return (
    <Section title="Does it hold in each channel?">
      <ul className="driver-list">
        {leads.map(({ quality, byChannel }) => (
          <li key={quality}>
            <Link to={`/drivers/${quality}`} search={{ outcome: answer.outcome }}>
              {qualityWords[quality].name}
            </Link>
            : {byChannel?.sentence}
          </li>
        ))}
        {leads.length === 0 ? (
          <li>No quality goes surely with it over all channels, and none surely differs between them.</li>
        ) : null}
      </ul>
    </Section>
  );
}
