/** The promise at the foot of the rail, kept true: it changes on the day an admin sets up a judge elsewhere. */
import { useJudge } from './use-judge.ts';

export function WhereTextGoes() {
  const { data: judge } = useJudge();
  // Said only once it is known.
  if (judge === undefined) return null;
  return judge.leavesMachine
    ? `A conversation leaves it only when somebody asks ${judge.host} about it.`
    : 'No customer text leaves it.';
}
