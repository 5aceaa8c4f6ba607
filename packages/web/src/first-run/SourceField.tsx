/** Folded away: the name of the origin, and what a file must hold. */
import './SourceField.css';

export function SourceField({ source, onSource }: { source: string; onSource: (source: string) => void }) {
  return (
    <div className="source-and-kinds">
      <details>
        <summary>What must be in the file</summary>
        <p className="second">
          A table with one message a row: at least a conversation id and the text. Better with who wrote it, when, on
          which channel, and the rating. Columns with other names are asked about. Or, as they come: what Zendesk,
          Intercom, Chatwoot, LibreDesk, Zammad, Request Tracker, Freshdesk, Help Scout or FreeScout give out as JSON;
          mail as mbox or .eml; calls as WebVTT, SRT or text; chats of WhatsApp, Telegram and Slack. English is scored;
          other languages are read and counted.
        </p>
      </details>
      <details>
        <summary>Name this source</summary>
        <label className="second" htmlFor="source-name">
          Conversation 1 of one export is not conversation 1 of another. A name keeps them apart; the same name again
          updates what is here.
        </label>
        <input
          id="source-name"
          className="source-name"
          value={source}
          onChange={(event) => onSource(event.target.value)}
          maxLength={60}
          placeholder="helpdesk, shop chat, …"
          spellCheck={false}
          autoComplete="off"
        />
      </details>
    </div>
  );
}
