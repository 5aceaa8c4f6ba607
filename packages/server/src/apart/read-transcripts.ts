/** The door of pasted transcripts: what is longer than a usual chat is read in a thread, whatever is in it. */
import { openReaderApart, threadProgram } from './read-apart.ts';
import { readTranscriptTask, type TranscriptRead, type TranscriptTask } from './transcript-task.ts';

/** Some two hundred turns; whatever it holds, it is read in a tenth of a second. */
export const longTranscript = 8 * 1024;

/** @throws RapportError as `readTranscriptTask`, or as `ReaderApart.read` */
export function readTranscript(task: TranscriptTask): Promise<TranscriptRead> {
  return task.text.length <= longTranscript ? readTranscriptTask(task) : reader.read(task);
}

const reader = openReaderApart<TranscriptTask, TranscriptRead>(threadProgram('transcript-thread'));
