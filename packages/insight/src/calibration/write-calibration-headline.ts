/** The one sentence of a calibration: counts of these very conversations, so it claims nothing about others. */

export interface CountedCategory {
  name: string;
  alike: number;
  of: number;
}

export interface MarkedSentence {
  before: string;
  /** The words that the eye should meet first. */
  marked: string;
  after: string;
}

export function writeCalibrationHeadline(categories: readonly CountedCategory[]): MarkedSentence {
  const told = categories.filter(({ of }) => of > 0);
  if (told.length === 0) return { before: 'Nothing was rated by ', marked: 'two of you', after: '.' };
  const most = Math.max(...told.map(({ alike, of }) => of - alike));
  if (most === 0) return { before: 'You read everything here ', marked: 'alike', after: '.' };
  const leading = told.filter(({ alike, of }) => of - alike === most);
  const [first, second] = leading;
  if (first === undefined || leading.length > 2) {
    const alike = told.reduce((sum, one) => sum + one.alike, 0);
    const of = told.reduce((sum, one) => sum + one.of, 0);
    return { before: 'You read ', marked: `${alike} of ${of}`, after: ' alike; no category stands out.' };
  }
  const names = second === undefined ? first.name : `${first.name} and ${second.name}`;
  const each = second === undefined ? `in ${most} of ${first.of} conversations` : `in ${most} conversations each`;
  const where = most === 1 && second !== undefined ? 'in one conversation each' : each;
  return {
    before: 'You read ',
    marked: names.toLowerCase(),
    after: told.length === 1 ? ` differently ${where}.` : ` differently most often: ${where}.`,
  };
}
