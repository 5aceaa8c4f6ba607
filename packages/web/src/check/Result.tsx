/** How it came out: on how many you agreed, how sure that is, and the two worth a talk. */
import { addressOf, type CheckCard, type CheckDeck, exportData, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Button, buttonClass } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LevelTag } from '../design/LevelTag.tsx';
import { Section } from '../design/Section.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { AgreementMark } from './AgreementMark.tsx';
import { agreementCounts, agrees } from './check-cards.ts';
import './Result.css';

interface ResultProps {
  deck: CheckDeck;
  isDrawing: boolean;
  error: unknown;
  onMore: () => void;
}

export function Result({ deck, isDrawing, error, onMore }: ResultProps) {
  useKeys({ 'go-on': onMore });
  const counts = agreementCounts(deck);
  const discuss = deck.cards.filter((card) => deck.discuss.includes(card.id));
  return (
    <>
      <h1>
        {counts ? (
          <>
            You and Rapport agreed on{' '}
            <span className="marker">
              {counts.agreed} of {counts.of}
            </span>
            , likely {counts.lower} to {counts.upper}.
          </>
        ) : (
          'Nothing was judged.'
        )}
      </h1>
      <p className="second result-lead">
        {counts ? 'Were you to judge all your moments, agreement would likely lie in that range. ' : ''}
        Two people who review the same moments do not always agree either.
      </p>
      <div className="result">
        <div>
          <Section title={discuss.length > 1 ? 'The two to discuss' : 'To discuss'} className="result-section">
            {discuss.length === 0 ? (
              <p className="second">None: you saw all of them alike.</p>
            ) : (
              <ul className="result-discuss">
                {discuss.map((card) => (
                  <ToDiscuss key={card.id} card={card} />
                ))}
              </ul>
            )}
          </Section>
          <Section title="All of them" className="result-section">
            <AnswerTable cards={deck.cards} />
          </Section>
        </div>
        <aside aria-label="How sure, and what next">
          {counts ? <AgreementMark counts={counts} /> : null}
          <p className="result-buttons">
            <Button
              kind="primary"
              shortcut="Enter"
              onClick={onMore}
              blocked={isDrawing ? 'They are being drawn' : undefined}
            >
              Ten more
            </Button>
            <a
              className={buttonClass({})}
              href={addressOf(exportData, { params: { what: 'checks' }, query: { format: 'csv' } })}
              download
            >
              Export as CSV
            </a>
          </p>
          {error ? <ErrorState error={error} retry={onMore} /> : null}
          <p className="caption">
            Your verdicts are stored beside the machine’s, with the chance each moment had to be drawn. They change no
            score; they set the team’s rates right, under <Link to="/reviews">Reviews</Link>.
          </p>
        </aside>
      </div>
    </>
  );
}

function ToDiscuss({ card }: { card: CheckCard }) {
  return (
    <li>
      <p className="result-pair">
        <b>{qualityWords[card.quality].name}</b>
        <span>
          you {card.answered ? <LevelTag verdict={card.answered} /> : null} Rapport{' '}
          {card.machine ? <LevelTag verdict={card.machine.verdict} /> : null}
        </span>
      </p>
      {card.trigger ? <p className="say-small">“{card.trigger.quote}”</p> : null}
      <p className="second">
        {card.machine?.why}{' '}
        <Link to="/conversations/$conversationId" params={{ conversationId: card.conversationId }}>
          Read the conversation
        </Link>
      </p>
    </li>
  );
}

function AnswerTable({ cards }: { cards: readonly CheckCard[] }) {
  return (
    <table className="result-table">
      <thead>
        <tr>
          <th scope="col">Quality</th>
          <th scope="col">You</th>
          <th scope="col">Rapport</th>
          <th scope="col">
            <span className="visually-hidden">Same or not</span>
          </th>
          <th scope="col">
            <span className="visually-hidden">Conversation</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...cards]
          .sort((one, other) => one.position - other.position)
          .map((card) => (
            <tr key={card.id}>
              <th scope="row">{qualityWords[card.quality].name}</th>
              <td>{card.answered ? <LevelTag verdict={card.answered} /> : '–'}</td>
              <td>{card.machine ? <LevelTag verdict={card.machine.verdict} /> : '–'}</td>
              <td className="dim">{agrees(card) ? 'same' : 'differs'}</td>
              <td>
                <Link to="/conversations/$conversationId" params={{ conversationId: card.conversationId }}>
                  Read<span className="visually-hidden"> the conversation of this moment</span>
                </Link>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
