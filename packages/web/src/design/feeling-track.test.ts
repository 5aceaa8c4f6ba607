import { describe, expect, it } from 'vitest';
import { feelingTrack, type TrackReading } from './feeling-track.ts';

const row = (messageId: string, valence: number | null, label: string | null = null): TrackReading => ({
  messageId,
  valence,
  label,
});

describe('the feeling track', () => {
  it('runs straight from reading to reading through the agent’s rows', () => {
    const track = feelingTrack([row('1', -0.8), row('2', null), row('3', 0), row('4', null), row('5', 0.6)]);
    expect(track.map((one) => [one.from, one.to])).toEqual([
      [-0.8, -0.4],
      [-0.4, 0],
      [0, 0.3],
      [0.3, 0.6],
      [0.6, null],
    ]);
  });

  it('draws dots only when there are fewer than three readings', () => {
    const track = feelingTrack([row('1', -0.8, 'angry'), row('2', null), row('3', 0.5, 'pleased')]);
    expect(track.every((one) => one.from === null)).toBe(true);
    expect(track.map((one) => one.dot?.word ?? null)).toEqual(['angry', null, 'pleased']);
  });

  it('names the extremes once, the earlier of two equal ones', () => {
    const track = feelingTrack([row('1', -0.5, 'worried'), row('2', -0.5, 'angry'), row('3', 0.5, 'relieved')]);
    expect(track.map((one) => one.dot?.word ?? null)).toEqual(['worried', null, 'relieved']);
  });

  it('has nothing before the first and after the last reading', () => {
    const track = feelingTrack([row('a', null), row('1', 0.2), row('2', 0.4), row('3', 0.6), row('z', null)]);
    expect(track[0]?.from).toBeNull();
    expect(track[4]).toMatchObject({ from: null, to: null });
  });

  it('never names a glad feeling where the line is low, nor a bad one where it is high', () => {
    const words = feelingTrack([row('1', -0.4, 'pleased'), row('2', 0.4, 'angry'), row('3', 0, 'pleased')]);
    expect(words.map((one) => one.dot?.word ?? one.dot?.spoken)).toEqual([
      'mixed',
      'mixed',
      'feeling pleased, 0.0 on −1 to 1',
    ]);
  });
});
