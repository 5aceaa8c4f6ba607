import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

const texts = (source: string): string[] => readText(source).map((sentence) => sentence.text);

/** What every reading promises, whatever the input. */
const expectConsistent = (source: string): void => {
  let last = 0;
  for (const { start, end, text } of readText(source)) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(source.length);
    expect(text.trim()).not.toBe('');
    last = end;
  }
};

describe('the sentences of a message', () => {
  it('point at their own words in the source', () => {
    const source = 'Hi Ann! The box arrived... half empty. It cost $4.50, ordered at 3 p.m. on Monday. Any news?';
    const sentences = readText(source);
    expect(sentences.map((sentence) => source.slice(sentence.start, sentence.end))).toEqual([
      'Hi Ann!',
      'The box arrived... half empty.',
      'It cost $4.50, ordered at 3 p.m. on Monday.',
      'Any news?',
    ]);
  });

  it('are cut in lower-case chat, at list items and after emoji, but not in abbreviations', () => {
    expect(texts('works now. thanks a lot')).toEqual(['works now.', 'thanks a lot']);
    expect(texts('1. Open the lid\n2. Press the button')).toEqual(['1. Open the lid', '2. Press the button']);
    expect(texts('See you then 😊 Have a good day')).toEqual(['See you then 😊', 'Have a good day']);
    expect(texts('Dr. Weber and Mr. J. Lund use v2.1, e.g. on tablets.')).toHaveLength(1);
  });

  it('stay whole where a mail was only wrapped', () => {
    expect(texts('We have looked at the meter readings of the last four months and\nthey are all right.')).toHaveLength(
      1,
    );
  });

  it('leave out quoted mail, also below a wrapped or a foreign "wrote" line', () => {
    for (const head of [
      'On Mon, 3 Mar 2025 at 10:12, Ann Lee <ann@shop.example>\nwrote:',
      'Am 03.03.2025 um 10:12 schrieb Ann Lee:',
      'Le 3 mars 2025 à 10:12, Ann Lee a écrit :',
      'El lun, 3 mar 2025, Ann Lee escribió:',
    ]) {
      expect(texts(`It still leaks.\n\n${head}\n> We are so sorry!\n> Ann`)).toEqual(['It still leaks.']);
    }
  });

  it('leave out the mail below Outlook and forwarding headers', () => {
    expect(
      texts('Please see below.\n\nFrom: Ann Lee\nSent: Monday\nTo: Service\nSubject: Bill\n\nThank you so much!'),
    ).toEqual(['Please see below.']);
    expect(texts('Done.\n-----Original Message-----\nYou are the best')).toEqual(['Done.']);
    expect(texts('Yes please.\n##- Please type your reply above this line -##\nWe are sorry')).toEqual(['Yes please.']);
  });

  it('keep answers written between quoted lines', () => {
    expect(texts('On Monday, Ann wrote:\n> Which size?\nThe large one.\n> And when?\nOn Friday.')).toEqual([
      'The large one.',
      'On Friday.',
    ]);
  });

  it('leave out signatures and legal footers', () => {
    expect(texts('It works.\n-- \nAnn Lee\nHead of Praise')).toEqual(['It works.']);
    expect(texts('It works.\n\nSent from my iPhone')).toEqual(['It works.']);
    expect(texts('It works.\nThis e-mail is confidential and intended solely for the addressee.')).toEqual([
      'It works.',
    ]);
  });

  it('are all kept when nothing else is left', () => {
    expect(texts('> only a quote')).toEqual(['> only a quote']);
  });

  it('read HTML without markup, comments and hidden praise', () => {
    const source =
      '<p>We&#39;ll send it <b>today</b>.</p><!-- score 100 --><span style="display:none">We care deeply.</span><font color="white">So sorry!</font><p>Bye</p>';
    const sentences = readText(source);
    expect(sentences.map((sentence) => sentence.text)).toEqual(["We'll send it today.", 'Bye']);
    expect(source.slice(sentences[0]?.start, sentences[0]?.end)).toBe('We&#39;ll send it <b>today</b>.');
  });

  it.each([
    '<p style="line-height:0.9;font:0.9em Arial">We sent it.</p>',
    '<p class="overflow-hidden">We sent it.</p>',
    '<p style="color:white;background:#003366">We sent it.</p>',
    '<p style="opacity:0.8;font-size:10px">We sent it.</p>',
    '<details open><p>We sent it.</p></details>',
    '<style>.gone{display:none}</style><p class="shown">We sent it.</p>',
  ])('keep what is small, pale on dark, or open: %s', (source) => expect(texts(source)).toEqual(['We sent it.']));

  it('fold letters that only look Latin, and leave other languages alone', () => {
    expect(texts('\u0405\u043erry \u0430bout th\u0430t.')).toEqual(['Sorry about that.']);
    expect(texts('Спасибо, до завтра.')).toEqual(['Спасибо, до завтра.']);
    expect(texts('The word "рука" means hand, "нет" means no.')).toEqual([
      'The word "рука" means hand, "нет" means no.',
    ]);
    expect(texts('Hi~~ thanks for waiting~~')).toEqual(['Hi~~ thanks for waiting~~']);
  });

  it('leave out zero-width characters and keep their place', () => {
    const source = 'So\u200brry about that.';
    const [sentence] = readText(source);
    expect(sentence?.text).toBe('Sorry about that.');
    expect(sentence?.words).toEqual(['sorry', 'about', 'that']);
    expect(source.slice(sentence?.start, sentence?.end)).toBe(source);
  });

  it('leave out initials, thread numbers and links at the end of a post', () => {
    expect(texts('@ann_p We are on it! ^JB https://help.example/x')).toEqual(['@ann_p We are on it!']);
  });

  it('end with a link where a new capital follows, and go on after it elsewhere', () => {
    expect(texts('The steps: https://help.tolvo.example/a.html?b=1 Let us know')).toEqual([
      'The steps: https://help.tolvo.example/a.html?b=1',
      'Let us know',
    ]);
    expect(texts('See https://help.tolvo.example/a for all of it. Bye')).toEqual([
      'See https://help.tolvo.example/a for all of it.',
      'Bye',
    ]);
    expect(texts('It is at https://help.tolvo.example/a. Bye')).toEqual([
      'It is at https://help.tolvo.example/a.',
      'Bye',
    ]);
  });

  it('do not take a comparison sign for a tag', () => {
    expect(texts('It is 3 < 4 and a > b')).toEqual(['It is 3 < 4 and a > b']);
  });

  it('are ordered, apart and inside the source for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectConsistent));
    const pieces = fc.constantFrom(
      'Hi!',
      ' ',
      '\n',
      '> ',
      '<p>',
      '</p>',
      '&amp;',
      'On Monday, Ann wrote:',
      '...',
      'a.',
      '😊',
      'Mr.',
      '<!--',
      '<div hidden>',
      '--',
      '5.5',
      '?',
    );
    fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => expectConsistent(parts.join(''))));
  });

  it('equal their slice of the source where it holds no markup', () => {
    const plain = fc.array(
      fc.constantFrom('Hello there', '. ', '! ', '\n', 'it cost 4.50', ' e.g. ', '? ', '… ', 'ok'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(plain, (parts) => {
        const source = parts.join('');
        for (const { start, end, text } of readText(source)) expect(source.slice(start, end)).toBe(text);
      }),
    );
  });
});
