import type { IntakePlan } from '@rapport/contract';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addSaidOptions, describeGuessedAgents, type SaidOptions, toSaid, whatIsOpen } from './said-options.ts';

const plan: IntakePlan = {
  format: 'whatsapp',
  member: null,
  encoding: 'utf-8',
  delimiter: null,
  columns: [],
  mapping: {},
  needsMapping: [],
  dayFirst: true,
  dayFirstSure: false,
  timeZone: null,
  needsTimeZone: true,
  csatScale: 'unknown',
  csatMin: null,
  csatMax: null,
  units: null,
  conversations: null,
  headline: '',
  speakers: [
    { name: 'Lamps & Co', role: 'agent', sure: false, turns: 2, sample: '' },
    { name: 'Caller', role: 'customer', sure: true, turns: 2, sample: '' },
  ],
};

const parse = (...given: string[]): SaidOptions =>
  addSaidOptions(new Command().exitOverride()).parse(given, { from: 'user' }).opts<SaidOptions>();

describe('what the command line says about a file', () => {
  it('takes a zone, an order of the date and any number of agents', () => {
    expect(toSaid(parse('--time-zone', 'Europe/Berlin', '--month-first', '--agent', 'Ann', '--agent', 'Ben'))).toEqual({
      timeZone: 'Europe/Berlin',
      dayFirst: false,
      agents: ['Ann', 'Ben'],
    });
    expect(toSaid(parse())).toEqual({});
  });

  it('refuses both orders of a date at once', () => {
    expect(() => toSaid(parse('--day-first', '--month-first'))).toThrow(/not both/);
  });

  it('names the option for each thing that is open', () => {
    expect(whatIsOpen(plan).join('\n')).toMatch(/--time-zone[\s\S]*--day-first[\s\S]*--month-first/);
    expect(whatIsOpen({ ...plan, needsTimeZone: false, dayFirstSure: true })).toEqual([]);
    expect(whatIsOpen({ ...plan, needsMapping: ['body'], columns: [] })[0]).toMatch(/No column was found for body/);
  });

  it('says who was guessed to be an agent, and nobody of whom the file says it', () => {
    expect(describeGuessedAgents(plan)).toBe(
      'Taken for agents, as a guess: “Lamps & Co”. --agent NAME says otherwise.',
    );
    expect(describeGuessedAgents({ ...plan, speakers: [] })).toBeNull();
  });
});
