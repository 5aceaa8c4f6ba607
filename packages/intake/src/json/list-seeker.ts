/** Finds the list of conversations in a JSON file byte by byte: the file itself, or a list under a known name. */

/** Names of lists in what helpdesks' exports and APIs answer. */
export const listNames: readonly string[] = [
  ...['conversations', 'tickets', 'ticket_events', 'satisfaction_ratings', 'survey_responses', 'results', 'payload'],
];
/** Objects that APIs wrap around the list. */
const wrapperNames = ['data', '_embedded'];
/** What a ticket has beside lists of its own, such as Freshdesk's "conversations" and Zendesk's ratings; or an article. */
const ticketNames = ['subject', 'description', 'description_text', 'requester_id', 'responder_id', 'collectionId'];
/** Answers about one ticket put together. */
const oneTicketNames = ['ticket', 'comments', 'audits'];

export interface ListSeeker {
  /** 'found': this byte opens a list. 'none': the outermost object is over, or the file is no JSON of this kind. */
  take(byte: number): 'found' | 'none' | null;
  /** Whether an object is still open around what was found. */
  isInside(): boolean;
}

export function createListSeeker(names: readonly string[] = listNames): ListSeeker {
  let [depth, level, inString, escaped, key, afterColon] = [0, 1, false, false, '', false];
  let [hasId, isTicket] = [false, false];
  const opensList = (): boolean => depth === level && afterColon && names.includes(key) && !(hasId && isTicket);
  return {
    isInside: () => depth > 0,
    take(byte) {
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === 0x5c) escaped = true;
        else if (byte === 0x22) inString = false;
        else if (depth === level && !afterColon && key.length < 64) key += String.fromCharCode(byte);
        return null;
      }
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return null;
      if (depth === 0 && byte !== 0x7b) return byte === 0x5b ? 'found' : 'none';
      if (byte === 0x5b && opensList()) return 'found';
      if (byte === 0x22) {
        inString = true;
        if (depth === level && !afterColon) key = '';
      } else if (byte === 0x3a && depth === level) {
        afterColon = true;
        hasId ||= key === 'id' || oneTicketNames.includes(key);
        isTicket ||= ticketNames.includes(key) || oneTicketNames.includes(key);
      } else if (byte === 0x2c && depth === level) afterColon = false;
      else if (byte === 0x7b || byte === 0x5b) {
        if (byte === 0x7b && depth === 1 && level === 1 && afterColon && wrapperNames.includes(key)) {
          [level, afterColon, key] = [2, false, ''];
        }
        depth += 1;
      } else if (byte === 0x7d || byte === 0x5d) {
        depth -= 1;
        if (level === 2 && depth === 1) [level, afterColon] = [1, true];
        if (depth === 0) return 'none';
      }
      return null;
    },
  };
}
