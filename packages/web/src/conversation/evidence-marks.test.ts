import type { ConversationDetail, Evidence, QualityId, Verdict } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { brokenQuotes, drawnMarks, evidenceMarks, marksOf, triggersOf } from './evidence-marks.ts';

const texts: Record<string, string> = {
  '1': 'The kettle came without its lid.',
  '2': 'Please send a photo. I am sorry about the lid. I post one today.',
};
const messages: ConversationDetail['messages'] = Object.entries(texts).map(([id, text]) => ({
  id,
  at: null,
  role: id === '1' ? 'customer' : 'agent',
  author: id === '1' ? 'Ida' : 'Ben',
  text,
  visibility: 'public',
  scored: id === '2',
  emotion: null,
}));
const quote = (messageId: string, words: string): Evidence => {
  const start = (texts[messageId] ?? '').indexOf(words);
  return { messageId, start, end: start + words.length, quote: words };
};
const moment = (quality: QualityId, verdict: Verdict, response: Evidence | null, trigger: Evidence | null = null) => ({
  quality,
  verdict,
  response,
  trigger,
  confidence: 0.9,
  weight: 1,
  rule: 'test',
  why: 'because',
  agent: 'Ben',
});
const lid = quote('1', 'without its lid');
const sorry = quote('2', 'I am sorry about the lid.');
const photo = quote('2', 'Please send a photo.');
const post = quote('2', 'I post one today.');
const none = { promises: [], goodwill: [] };

describe('the marks of a transcript', () => {
  it('are numbered in reading order, whatever the order of the moments', () => {
    const marks = evidenceMarks({
      ...none,
      messages,
      moments: [moment('empathy', 'met', sorry), moment('people-first', 'missed', photo)],
    });
    expect(marks.map((mark) => [mark.label, mark.kind, mark.quote])).toEqual([
      ['1', 'hurt', 'Please send a photo.'],
      ['2', 'helped', 'I am sorry about the lid.'],
    ]);
  });

  it('join what several qualities say about the same words', () => {
    const marks = evidenceMarks({
      ...none,
      messages,
      moments: [moment('empathy', 'met', sorry), moment('humility', 'met', sorry)],
    });
    expect(marks).toHaveLength(1);
    expect(marks[0]?.moments.map((one) => one.quality)).toEqual(['empathy', 'humility']);
    expect(marksOf(marks, 'Ben', 'humility').map((mark) => mark.label)).toEqual(['1']);
    expect(marksOf(marks, 'Eva', 'humility')).toEqual([]);
  });

  it('keep quiet what a quality of every reply says of an ordinary one, until that quality is open', () => {
    const marks = evidenceMarks({
      ...none,
      messages,
      moments: [
        moment('communication', 'met', photo),
        moment('empathy', 'met', sorry),
        { ...moment('communication', 'met', post), weight: 2 },
      ],
    });
    expect(marks.map((mark) => [mark.label, mark.quote, mark.quiet])).toEqual([
      ['1', sorry.quote, false],
      ['2', post.quote, false],
      ['3', photo.quote, true],
    ]);
    expect(drawnMarks(marks, undefined).map((mark) => mark.label)).toEqual(['1', '2']);
    expect(drawnMarks(marks, 'empathy').map((mark) => mark.label)).toEqual(['1', '2']);
    expect(drawnMarks(marks, 'communication').map((mark) => mark.label)).toEqual(['1', '2', '3']);
  });

  it('always draw what hurt', () => {
    const hurt = moment('professionalism', 'missed', photo);
    const marks = evidenceMarks({
      ...none,
      messages,
      moments: [hurt, { ...moment('professionalism', 'met', post), weight: 3 }],
    });
    expect(drawnMarks(marks, undefined)).toHaveLength(2);
  });

  it('point to the words that called for it when nothing answered', () => {
    const marks = evidenceMarks({ ...none, messages, moments: [moment('appreciation', 'missed', null, lid)] });
    expect(marks.map((mark) => [mark.label, mark.kind, mark.messageId])).toEqual([['1', 'called', '1']]);
  });

  it('count promises and goodwill on their own', () => {
    const marks = evidenceMarks({
      messages,
      moments: [moment('empathy', 'met', sorry)],
      promises: [
        { agent: 'Ben', said: post, what: 'post one', dueAt: null, dueWords: null, state: 'open', sign: null },
      ],
      goodwill: [{ agent: 'Ben', said: post, amountCents: null, currency: null }],
    });
    expect(marks.map((mark) => mark.label)).toEqual(['1', 'P1', 'G1']);
  });

  it('leave out a quote that no longer stands where it should, and say how many', () => {
    const moved = { ...sorry, start: sorry.start + 1, end: sorry.end + 1 };
    const detail = { ...none, messages, moments: [moment('empathy', 'met', moved), moment('humility', 'met', sorry)] };
    expect(evidenceMarks(detail)).toHaveLength(1);
    expect(brokenQuotes(detail)).toBe(1);
  });

  it('show what called for a moment once, and only beside an answer', () => {
    const moments = [
      moment('empathy', 'met', sorry, lid),
      moment('humility', 'met', sorry, lid),
      moment('appreciation', 'missed', null, lid),
    ];
    expect(triggersOf(messages, moments)).toEqual([lid]);
  });
});
