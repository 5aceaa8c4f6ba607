import { acts } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { labelText } from './label-text.ts';

describe('a labelled text', () => {
  it('names every act, its sentences and their places', () => {
    const text = 'Hi Ann, sorry about that. Which model is it?';
    const labelled = labelText({ id: '7', role: 'agent', text });
    expect(labelled.id).toBe('7');
    expect(Object.keys(labelled.acts)).toEqual([...acts]);
    expect(labelled.sentences.map((one) => text.slice(one.start, one.end))).toEqual([
      'Hi Ann, sorry about that.',
      'Which model is it?',
    ]);
    expect(labelled.actLabels).toEqual(expect.arrayContaining(['apologise', 'ask']));
    expect(labelled.emotions28).toBeNull();
    expect(labelled.emotions28Labels).toEqual([]);
  });
  it('has a feeling for customers and for "other", never for agents', () => {
    expect(labelText({ id: '1', role: 'agent', text: 'I am so angry' }).emotion).toBeNull();
    expect(labelText({ id: '1', role: 'customer', text: 'I am so angry' }).emotion?.valence).toBeLessThan(0);
    expect(labelText({ id: '1', role: 'other', text: 'I am so angry' }).emotion).not.toBeNull();
  });
  it('tells polite from impolite and hostile from calm', () => {
    const polite = labelText({
      id: '1',
      role: 'other',
      text: 'Hi! Could you please have a look when you have time? Thank you!',
    });
    const rude = labelText({ id: '1', role: 'other', text: 'Why do you even bother, you useless idiot?' });
    expect(polite.politeness.class).toBe('polite');
    expect(rude.politeness.class).toBe('impolite');
    expect(rude.hostility).toBeGreaterThanOrEqual(0.5);
  });
  it('answers for an empty text', () => {
    expect(labelText({ id: '1', role: 'customer', text: '' })).toMatchObject({
      sentences: [],
      actLabels: [],
      hostility: 0,
    });
  });
});
