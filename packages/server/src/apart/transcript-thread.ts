/** The thread that reads long pasted transcripts. */
import { answerTasks } from './answer-tasks.ts';
import { readTranscriptTask } from './transcript-task.ts';

answerTasks(readTranscriptTask);
