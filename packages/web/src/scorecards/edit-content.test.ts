import { categoryOfQuality, defaultScorecardContent, listCategories } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import {
  addGroup,
  addOwnCategory,
  addQuality,
  changeCategory,
  listLeftOut,
  moveCategory,
  moveToGroup,
  removeCategory,
  removeGroup,
} from './edit-content.ts';

const start = defaultScorecardContent();
const idsOf = (content: typeof start) => listCategories(content).map(({ id }) => id);

describe('editing a scorecard', () => {
  it('brings a quality back as it last was in a version', () => {
    const weighed = changeCategory(start, 'empathy', { weight: 3 });
    const without = removeCategory(weighed, 'empathy');
    expect(listLeftOut(without)).toEqual(['empathy']);
    const [again] = listCategories(addQuality(without, 'empathy', [weighed])).slice(-1);
    expect(again).toMatchObject({ id: 'empathy', weight: 3 });
    expect(listCategories(addQuality(without, 'empathy', [])).at(-1)).toEqual(categoryOfQuality('empathy'));
  });

  it('puts own categories into a group of their own, each under an id nobody has', () => {
    const first = addOwnCategory(start);
    const second = addOwnCategory(first.content);
    expect([first.id, second.id]).toEqual(['own-1', 'own-2']);
    expect(second.content.groups.map(({ name, categories }) => [name, categories.length])).toEqual([
      ['Qualities', 14],
      ['Our own', 2],
    ]);
  });

  it('moves within a group and stays at its edges', () => {
    expect(idsOf(moveCategory(start, 'empathy', 1)).slice(0, 2)).toEqual(['active-listening', 'empathy']);
    expect(moveCategory(start, 'empathy', -1)).toEqual(start);
    expect(moveCategory(start, 'people-first', 1)).toEqual(start);
  });

  it('moves a category to another group, and removes only groups that are empty', () => {
    const { content, id } = addGroup(start);
    const moved = moveToGroup(content, 'empathy', id);
    expect(moved.groups[1]?.categories.map((one) => one.id)).toEqual(['empathy']);
    expect(removeGroup(moved, id)).toEqual(moved);
    expect(removeGroup(content, id)).toEqual(start);
  });
});
