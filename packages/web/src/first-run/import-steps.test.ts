import type { ImportRun, ImportState } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { isMoving, phaseOf } from './import-phase.ts';
import { importSteps } from './import-steps.ts';
import { notScoredWords } from './not-scored-words.ts';
import { announcementOf } from './ProgressAnnouncer.tsx';

const counts: ImportRun['counts'] = {
  bytesRead: 50,
  bytesTotal: 200,
  units: 40,
  accepted: 30,
  updated: 0,
  duplicate: 6,
  rejected: 4,
  conversations: 12,
  toScore: 100,
  scored: 25,
  masked: { card: 1, iban: 0, key: 0, email: 20, phone: 3, 'national-id': 0 },
  notScored: [],
};

const runIn = (state: ImportState, over: Partial<ImportRun> = {}): ImportRun => ({
  id: '1',
  fileName: 'chats.csv',
  fileBytes: 200,
  source: 'csv',
  state,
  plan: null,
  counts,
  period: { from: null, to: null },
  problems: 0,
  failure: null,
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: null,
  scoringStartedAt: null,
  ...over,
});
const states = (run: ImportRun) => importSteps(run, null).map((step) => step.state);

describe('the steps of an import', () => {
  it('move masking together with reading', () => {
    expect(states(runIn('reading'))).toEqual(['now', 'now', 'todo', 'todo', 'todo']);
  });

  it('wait for the person at who is who', () => {
    expect(states(runIn('who-is-who'))).toEqual(['done', 'done', 'now', 'todo', 'todo']);
  });

  it('are all done at the end', () => {
    expect(states(runIn('done'))).toEqual(['done', 'done', 'done', 'done', 'done']);
  });

  it('show where a paused one stopped', () => {
    const paused = runIn('paused', { scoringStartedAt: '2026-01-01T00:00:00.000Z' });
    expect(states(paused)).toEqual(['done', 'done', 'done', 'stopped', 'todo']);
    expect(states(runIn('failed'))).toEqual(['stopped', 'stopped', 'todo', 'todo', 'todo']);
  });

  it('add up what was taken, what was here and what was kept aside', () => {
    expect(importSteps(runIn('reading'), null)[0]?.caption).toBe(
      '30 taken, 6 already here, 4 kept aside: 40 messages so far.',
    );
  });

  it('name what was masked, most first', () => {
    expect(importSteps(runIn('reading'), null)[1]?.caption).toBe(
      '20 e-mail addresses, 3 phone numbers, 1 card number.',
    );
  });

  it('say speed and time left only once they are measured', () => {
    expect(importSteps(runIn('scoring'), null)[3]?.caption).toContain('Measuring the speed');
    expect(importSteps(runIn('scoring'), 25)[3]?.caption).toContain('25 conversations a second, a few seconds left');
  });
});

describe('an import', () => {
  it('that was broken off in scoring is known by its counts', () => {
    const scoring = { scoringStartedAt: '2026-01-01T00:00:00.000Z' };
    expect(phaseOf(runIn('cancelled', scoring))).toBe('score');
    expect(phaseOf(runIn('paused', { ...scoring, counts: { ...counts, scored: 100 } }))).toBe('find');
  });

  it('that waits for a person does not move by itself', () => {
    expect(isMoving('who-is-who')).toBe(false);
    expect(isMoving('reading')).toBe(true);
  });

  it('is announced every ten per cent and not at every count', () => {
    const at = (scored: number) => announcementOf(runIn('scoring', { counts: { ...counts, scored } }));
    expect(at(41)).toBe(at(49));
    expect(at(50)).toBe('Score 14 qualities: 50 of 100 done.');
  });
});

describe('what was not scored', () => {
  it('adds up with what was', () => {
    const notScored = [
      { reason: 'no-agent-reply', conversations: 2 },
      { reason: 'language: German', conversations: 5 },
    ];
    expect(notScoredWords({ counts: { ...counts, notScored } })).toBe(
      '25 conversations gone through: 18 scored, 7 not scored (5 in another language (German), 2 no agent replied).',
    );
  });

  it('is not mentioned where there is nothing', () => {
    expect(notScoredWords({ counts })).toBeNull();
  });
});
