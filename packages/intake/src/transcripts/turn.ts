/** One thing somebody said in a transcript or a chat that came as text. */
export interface Turn {
  /** As written; '' where nobody is named. */
  speaker: string;
  /** A word beside the name that says what they are, such as "Agent" in "Mara (Agent)". */
  roleWord: string;
  /** The time as written beside it; '' where there is none. */
  stamp: string;
  /** Seconds from the start of the recording, where the source counts so. */
  seconds: number | null;
  text: string;
  /** Line it begins on, from 1. */
  line: number;
}
