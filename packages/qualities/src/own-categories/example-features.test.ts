import { describe, expect, it } from 'vitest';
import { conversationOfExample } from '../example-conversation.ts';
import { readConversation } from '../read-conversation.ts';
import { actOfFeature, exampleFeatureCount, exampleFeatures } from './example-features.ts';

const rowOf = (author: string, text: string, agent = author) => {
  const turns = [
    { role: 'customer', text: 'The lamp came broken. I am really unhappy.' },
    { role: 'agent', author, text },
  ] as const;
  return exampleFeatures(readConversation(conversationOfExample(turns)), agent);
};

describe('features of an example', () => {
  it('name the acts of both sides, and stay within their count', () => {
    const row = rowOf('Mara Ode', 'I am very sorry that the lamp came broken.');
    const acts = row.flatMap(([position, value]) => (value > 0.5 ? (actOfFeature(position) ?? []) : []));
    expect(acts).toContainEqual({ side: 'agent', act: 'apologise' });
    expect(row.every(([position]) => position >= 0 && position < exampleFeatureCount)).toBe(true);
    expect(new Set(row.map(([position]) => position)).size).toBe(row.length);
    expect(actOfFeature(exampleFeatureCount - 1)).toBeNull();
  });

  it('do not tell who wrote it', () => {
    const said = (name: string) => rowOf(name, `${name.split(' ')[0]} here. I have sent a new lamp today.`);
    expect(said('Mara Ode')).toEqual(said('Tobin Falk'));
  });

  it('are none where the agent wrote nothing', () => {
    expect(rowOf('Mara Ode', 'A new lamp is on its way.', 'Somebody Else')).toEqual([]);
  });
});
