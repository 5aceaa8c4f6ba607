/** The thread that reads long pushes and webhooks. */
import { answerTasks } from './answer-tasks.ts';
import { readTask } from './read-task.ts';

answerTasks(readTask);
