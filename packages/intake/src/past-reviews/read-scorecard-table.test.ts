import { findScorecardProblems, listCategories } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { readScorecardTable } from './read-scorecard-table.ts';

const read = (text: string) => readScorecardTable(new TextEncoder().encode(text));

describe('a scorecard as a CSV file', () => {
  it('becomes groups of categories; a category named as a quality is that quality', async () => {
    const { content, problems } = await read(
      [
        'Group,Category,Scale,Weight,Critical',
        'Soft skills,Empathy,5,3,',
        'Soft skills,Active listening,1-3,"1,5",',
        'Safety,Identity checked,binary,2,yes',
        'Safety,Data kept apart,2,1,group',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(findScorecardProblems(content)).toEqual([]);
    expect(content.groups.map(({ name, categories }) => [name, categories.length])).toEqual([
      ['Soft skills', 2],
      ['Safety', 2],
    ]);
    expect(
      listCategories(content).map(({ id, kind, scale, weight, critical }) => [
        id,
        kind.type,
        scale.points,
        weight,
        critical,
      ]),
    ).toEqual([
      ['empathy', 'quality', 5, 3, null],
      ['active-listening', 'quality', 3, 1.5, null],
      ['own-3', 'own', 2, 2, 'review'],
      ['own-4', 'own', 2, 1, 'group'],
    ]);
  });

  it('names the rows it cannot use', async () => {
    const { content, problems } = await read(
      'category,scale,weight\nTone,3,0\n,3,1\nTone,7 points,1\nTone,3,1\nEmpathy,,\nempathy,,\n',
    );
    expect(listCategories(content).map(({ name }) => name)).toEqual(['Tone', 'Empathy']);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, '“0” is no weight above 0 and up to 100.'],
      [3, 'It names no category.'],
      [4, '“7 points” is no scale of 2, 3, 4 or 5 points.'],
      [7, '“empathy” stands in it twice.'],
    ]);
  });
});
