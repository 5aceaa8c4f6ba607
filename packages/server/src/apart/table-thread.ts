/** The thread that reads tables of past reviews and of scorecards. */
import { answerTasks } from './answer-tasks.ts';
import { readTableTask } from './table-task.ts';

answerTasks(readTableTask);
