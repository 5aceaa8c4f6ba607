/** Which conversations come into a calibration: what was disputed, what lies around the pass line, what somebody sends. */
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import type { Person } from '../permit.ts';
import { lead, rater, startCalibrating } from './calibrating.fixture.ts';

const { ids, ana, query, send, ok, begin, rate, get, broken, end } = await startCalibrating('calibration-parts');
const first = await begin();
afterAll(end);

describe('decided disputes', () => {
  it('are worth calibrating on, and go into a planned calibration with one click', async () => {
    const agent = { ...rater('ana'), role: 'agent' as const, holds: ['anyone', 'member'] as const, writesAs: [ana] };
    const of = { about: 'machine', conversationId: String(ids[0]), agentId: String(ana), quality: 'professionalism' };
    const opened = await ok(agent, 'POST', '/disputes', { of, proposed: 'partly', reason: 'I said when it leaves.' });
    const { calibration: planned } = await ok(lead(), 'POST', '/calibrations', { name: 'Any', raterIds: [] });
    const take = (person: Person, id: string) =>
      send(person, 'POST', `/calibrations/${id}/conversations`, { way: 'dispute', disputeId: opened.id });
    expect((await take(lead(), planned.id)).text).toContain('not decided');
    await ok(lead(), 'POST', `/disputes/${opened.id}/decision`, {
      state: 'accepted',
      words: 'You are right about it.',
    });
    const { disputes } = await ok(lead(), 'GET', '/calibration-disputes');
    expect(disputes).toMatchObject([
      { disputeId: opened.id, category: 'Professionalism', changed: true, decided: 'Partly' },
    ]);
    const stranger = lead({ sees: [] });
    const missing = await send(stranger, 'POST', '/calibrations', {
      ...{ name: 'x', raterIds: [], first: [{ way: 'dispute', disputeId: '987654321' }] },
    });
    const hidden = await send(stranger, 'POST', '/calibrations', {
      ...{ name: 'x', raterIds: [], first: [{ way: 'dispute', disputeId: opened.id }] },
    });
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
    const stands = async (person: Person) => (await ok(person, 'GET', '/disputes')).disputes[0].calibration;
    expect(await stands(lead())).toBeNull();
    const first = [{ way: 'dispute', disputeId: opened.id }];
    const plan = { name: 'Disputed: Professionalism', raterIds: [], first };
    const { calibration } = await ok(lead(), 'POST', '/calibrations', plan);
    expect(calibration).toMatchObject({ state: 'planned', name: 'Disputed: Professionalism' });
    expect(calibration.categories).toMatchObject([{ id: 'professionalism' }]);
    expect((await ok(lead(), 'GET', '/calibration-disputes')).disputes).toEqual([]);
    expect((await take(lead(), planned.id)).text).toContain('taken this up already');
    expect(await stands(lead())).toMatchObject({ id: calibration.id, state: 'planned' });
    // The agent is answered by the decision; who reads it again, and how far they are, is not theirs to know.
    expect(await stands(agent as Person)).toBeNull();
    await ok(lead(), 'DELETE', `/calibrations/${planned.id}`);
    await ok(lead(), 'PATCH', `/calibrations/${calibration.id}`, { raterIds: ['cy', 'dee'] });
    const begun = (await ok(lead(), 'POST', `/calibrations/${calibration.id}/begin`)).calibration;
    // How it was decided would tell the raters what to say.
    expect(begun.parts).toMatchObject([{ dispute: null }]);
    await rate(rater('cy'), begun.id, begun.parts[0].id, { professionalism: 2 });
    await rate(rater('dee'), begun.id, begun.parts[0].id, { professionalism: 3 });
    expect((await get(rater('cy'), begun.id)).parts).toMatchObject([
      { dispute: { category: 'Professionalism', decided: 'Partly', words: 'You are right about it.' } },
    ]);
  });
});

describe('what lies around the pass line', () => {
  const near = (wanted: number) => ({ name: 'Near', raterIds: ['cy', 'dee'], first: [{ way: 'near-line', wanted }] });

  it('is drawn by chance with the selection stored, and refused with the count when there is too little', async () => {
    await query((db) =>
      sql`UPDATE scores SET score = 50, verdict = 'partly', reason = NULL WHERE quality = 'humility'
        AND conversation_id = ANY(${ids.slice(0, 6)}::bigint[])`.execute(db),
    );
    const only = { categoryIds: ['humility'] };
    const refused = await send(lead(), 'POST', '/calibrations', { ...near(7), ...only });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('6 conversations lie near')]);
    const { calibrations } = await ok(lead(), 'GET', '/calibrations');
    expect(calibrations.map(({ name }: { name: string }) => name)).not.toContain('Near');
    const { calibration } = await ok(lead(), 'POST', '/calibrations', { ...near(3), ...only });
    expect(calibration.parts).toMatchObject(Array(3).fill({ drawn: 'near-line', probability: 0.5 }));
    const known = new Set(ids.slice(0, 6).map(String));
    expect(calibration.parts.every((part: { conversationId: string }) => known.has(part.conversationId))).toBe(true);
    const stored = await query((db) =>
      sql`SELECT DISTINCT draw_frame AS frame, draw_categories AS categories, draw_seed IS NOT NULL AS seeded
        FROM calibration_parts WHERE calibration_id = ${calibration.id}`.execute(db),
    );
    expect(stored.rows).toEqual([{ frame: 6, categories: ['humility'], seeded: true }]);
    await ok(lead(), 'POST', `/calibrations/${calibration.id}/begin`);
    // That the machine was in doubt would be said before anybody has read it.
    expect((await get(rater('cy'), calibration.id)).parts[0]).toMatchObject({ drawn: null, probability: null });
    expect((await get(lead(), calibration.id)).parts[0]).toMatchObject({ drawn: 'near-line' });
    expect(await broken()).toEqual([]);
  });
});

describe('where a conversation is read', () => {
  it('says so to who leads or rates there, and nothing to others', async () => {
    const [part] = first.parts;
    const url = `/calibrations?conversationId=${part?.conversationId}`;
    const names = async (person: Person) =>
      (await ok(person, 'GET', url)).calibrations.map(({ name }: { name: string }) => name);
    expect(await names(lead())).toContain('First');
    expect(await names(rater('cy'))).toContain('First');
    expect(await names(rater('ana'))).toEqual([]);
    expect(await names(lead({ id: 'mo', sees: [ana + 1000] }))).toEqual([]);
    expect((await ok(lead(), 'GET', '/calibrations?conversationId=987654321')).calibrations).toEqual([]);
  });

  it('is sent into a planned one, or begins a new one; of somebody else’s team it is not there', async () => {
    const chosen = { way: 'chosen', conversationId: String(ids[31]) };
    const plan = { name: 'Begun with it', raterIds: [], first: [chosen] };
    const { calibration } = await ok(lead(), 'POST', '/calibrations', plan);
    expect(calibration.parts).toMatchObject([{ conversationId: String(ids[31]), drawn: 'chosen' }]);
    const mo = lead({ id: 'mo', sees: [ana] });
    const missing = await send(mo, 'POST', '/calibrations', {
      ...plan,
      first: [{ way: 'chosen', conversationId: '987654321' }],
    });
    const hidden = await send(mo, 'POST', '/calibrations', plan);
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
    await ok(lead(), 'DELETE', `/calibrations/${calibration.id}`);
  });
});
