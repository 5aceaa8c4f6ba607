/** A calibration from its plan to what comes of it: rated alone, compared, agreed on, and worded anew. */
import type { CalibrationDetail, CalibrationReading } from '@rapport/contract';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { localPerson } from '../permit.ts';
import { lead, rater, startCalibrating } from './calibrating.fixture.ts';

const { ids, ana, query, send, ok, begin, rate, get, broken, end } = await startCalibrating('calibrations');
let first: CalibrationDetail;
afterAll(end);

describe('planning a calibration', () => {
  it('draws by chance and stores the chance, and takes what a lead chose', async () => {
    const { calibration } = await ok(lead(), 'POST', '/calibrations', { name: 'Trial', raterIds: ['cy'] });
    expect(calibration).toMatchObject({ state: 'planned', opens: 'all-in', raters: [{ name: 'cy doe' }] });
    expect(calibration.categories).toHaveLength(14);
    const on = `/calibrations/${calibration.id}`;
    await ok(lead(), 'POST', `${on}/conversations`, { way: 'random', wanted: 4 });
    const known = new Set((await get(lead(), calibration.id)).parts.map(({ conversationId }) => conversationId));
    const other = ids.find((id) => !known.has(String(id)));
    const chosen = { way: 'chosen', conversationId: String(other) };
    const { parts } = (await ok(lead(), 'POST', `${on}/conversations`, chosen)).calibration;
    expect(parts.map(({ drawn, probability }: Record<string, unknown>) => [drawn, probability])).toEqual([
      ...Array.from({ length: 4 }, () => ['random', 4 / 32]),
      ['chosen', null],
    ]);
    expect((await send(lead(), 'POST', `${on}/conversations`, chosen)).status).toBe(409);
    const { parts: fewer } = (await ok(lead(), 'DELETE', `${on}/conversations/${parts[4].id}`)).calibration;
    expect(fewer).toHaveLength(4);
    expect((await send(lead(), 'POST', `${on}/begin`)).text).toContain('two raters');
    expect((await send(rater('cy'), 'GET', on)).status).toBe(404);
    await ok(lead(), 'DELETE', on);
    expect((await send(lead(), 'GET', on)).status).toBe(404);
  });

  it('lets nobody rate their own service, nor who is not here', async () => {
    const { calibration } = await ok(lead(), 'POST', '/calibrations', { name: 'Own', raterIds: ['ana', 'cy'] });
    const on = `/calibrations/${calibration.id}`;
    const { parts } = (await ok(lead(), 'POST', `${on}/conversations`, { way: 'random', wanted: 9 })).calibration;
    expect(parts).toHaveLength(2);
    const chosen = { way: 'chosen', conversationId: String(ids[0]) };
    expect((await send(lead(), 'POST', `${on}/conversations`, chosen)).text).toContain('the service of a rater');
    await ok(lead(), 'PATCH', on, { raterIds: ['cy', 'dee'] });
    await ok(lead(), 'POST', `${on}/conversations`, chosen);
    expect((await send(lead(), 'PATCH', on, { raterIds: ['cy', 'ana'] })).status).toBe(400);
    expect((await send(lead(), 'PATCH', on, { raterIds: ['nobody'] })).status).toBe(400);
    expect((await send(lead(), 'PATCH', on, { categoryIds: ['manners'] })).status).toBe(400);
    await ok(lead(), 'DELETE', on);
  });

  it('is for leads who see everybody it reads; for all others it is not there', async () => {
    first = await begin();
    const missing = await send(rater('ana'), 'GET', '/calibrations/987654321');
    for (const person of [rater('ana'), lead({ id: 'mo', sees: [ana + 1000] })]) {
      const other = await send(person, 'GET', `/calibrations/${first.id}`);
      expect([other.status, other.text]).toEqual([404, missing.text]);
    }
    expect((await send(lead({ id: 'mo', sees: [ana + 1000] }), 'POST', `/calibrations/${first.id}/close`)).status).toBe(
      404,
    );
    expect((await send(rater('cy'), 'POST', `/calibrations/${first.id}/compare`)).status).toBe(403);
    const told = await query((db) =>
      sql`SELECT user_id, kind FROM notices WHERE object = ${first.id} ORDER BY user_id`.execute(db),
    );
    expect(told.rows).toEqual([
      { user_id: 'cy', kind: 'calibration-asked' },
      { user_id: 'dee', kind: 'calibration-asked' },
    ]);
  });
});

describe('rating', () => {
  it('is blind to the others, to the machine, and to whose service it is', async () => {
    const [part] = first.parts;
    const on = `/calibrations/${first.id}/conversations/${part?.id}`;
    const { reading }: { reading: CalibrationReading } = await ok(rater('cy'), 'GET', `${on}/reading`);
    expect(reading.conversation.messages.map(({ author }) => author)).toEqual(['Kim', 'Agent', 'Kim']);
    expect(reading.categories.map(({ id }) => id)).toEqual(['empathy', 'patience']);
    expect(reading).toMatchObject({ mayRate: true, handedIn: false, number: 1, of: 3 });
    // The conversation itself is not theirs to open: only through the calibration.
    expect((await send(rater('cy'), 'GET', `/conversations/${part?.conversationId}`)).status).toBe(404);
    expect((await send(rater('cy'), 'POST', `${on}/hand-in`, { seconds: 1 })).text).toContain('Not rated yet');
    await rate(rater('cy'), first.id, part?.id ?? '', { empathy: 3, patience: 3 });
    for (const person of [rater('dee'), rater('cy'), lead()]) {
      const seen = await send(person, 'GET', `/calibrations/${first.id}`);
      expect(seen.body.calibration).toMatchObject({ state: 'rating', comparison: null, wordings: [] });
      expect(seen.text).not.toContain('my own words');
    }
    const others = await send(rater('dee'), 'GET', `${on}/reading`);
    expect(others.text).not.toContain('my own words');
    expect(
      (await send(lead(), 'PUT', `${on}/reading`, { saves: 0, content: { ratings: [], note: '' }, seconds: 1 })).status,
    ).toBe(404);
  });

  it('keeps what was handed in, and refuses what is older than what was saved', async () => {
    const on = `/calibrations/${first.id}/conversations/${first.parts[0]?.id}`;
    const content = { ratings: [], note: 'later' };
    expect((await send(rater('cy'), 'PUT', `${on}/reading`, { saves: 1, content, seconds: 1 })).status).toBe(409);
    expect((await send(rater('cy'), 'POST', `${on}/hand-in`, { seconds: 1 })).status).toBe(409);
    const second = `/calibrations/${first.id}/conversations/${first.parts[1]?.id}/reading`;
    expect((await ok(rater('cy'), 'PUT', second, { saves: 0, content, seconds: 1 })).saves).toBe(1);
    expect((await send(rater('cy'), 'PUT', second, { saves: 0, content, seconds: 1 })).status).toBe(409);
    await expect(
      query((db) => sql`UPDATE calibration_readings SET content = '{}' WHERE handed_in_at IS NOT NULL`.execute(db)),
    ).rejects.toThrow('handed in cannot change');
  });

  it('opens the comparison by itself when all are in, with everybody’s words and the machine beside them', async () => {
    const [one, two, three] = first.parts.map(({ id }) => id);
    await rate(rater('cy'), first.id, two ?? '', { empathy: 3, patience: 2 });
    await rate(rater('cy'), first.id, three ?? '', { empathy: 2, patience: null });
    await rate(rater('dee'), first.id, one ?? '', { empathy: 1, patience: 3 });
    await rate(rater('dee'), first.id, two ?? '', { empathy: 2, patience: 2 });
    expect((await get(lead(), first.id)).state).toBe('rating');
    await rate(rater('dee'), first.id, three ?? '', { empathy: 1, patience: 3 });
    const { state, comparison } = await get(rater('dee'), first.id);
    expect(state).toBe('comparing');
    expect(comparison?.headline).toEqual({
      before: 'You read ',
      marked: 'empathy',
      after: ' differently most often: in 3 of 3 conversations.',
    });
    expect(comparison?.few).toContain('may be coincidence');
    const empathy = comparison?.agreement.find(({ categoryId }) => categoryId === 'empathy');
    expect(empathy).toMatchObject({ alpha: { value: null, reason: 'too_few_reviews', n: 3 }, alike: 0, of: 3 });
    expect(comparison?.agreement.find(({ categoryId }) => categoryId === 'patience')).toMatchObject({
      split: 1,
      alike: 2,
    });
    const cell = comparison?.cells.find(({ partId, categoryId }) => partId === one && categoryId === 'empathy');
    expect(cell).toMatchObject({ apart: 100, machine: { quality: 'empathy' }, consensus: null });
    expect(cell?.readings.map(({ comment }) => comment).sort()).toEqual(['my own words by cy', 'my own words by dee']);
  });

  it('can be ended by the lead; who has not handed in rates no more', async () => {
    const early = await begin({ name: 'Early', opens: 'by-lead' }, 2);
    const partId = early.parts[0]?.id ?? '';
    expect((await send(lead(), 'POST', `/calibrations/${early.id}/compare`)).text).toContain('Nobody has handed in');
    await rate(rater('cy'), early.id, partId, { empathy: 3, patience: 3 });
    expect((await ok(lead(), 'POST', `/calibrations/${early.id}/compare`)).calibration.state).toBe('comparing');
    const on = `/calibrations/${early.id}/conversations/${partId}`;
    const late = await send(rater('dee'), 'PUT', `${on}/reading`, {
      ...{ saves: 0, content: { ratings: [], note: '' }, seconds: 1 },
    });
    expect(late.status).toBe(409);
  });

  it('names raters as the setting for reviewers says', async () => {
    await ok(localPerson, 'PUT', '/review-settings', { anonymous: true });
    const seen = await get(rater('dee'), first.id);
    expect(seen.raters.map(({ name, me }) => (me ? name : name.replace(/\d/, 'N')))).toEqual(
      expect.arrayContaining(['dee doe', 'Rater N']),
    );
    expect((await get(lead(), first.id)).raters.map(({ name }) => name).sort()).toEqual(['cy doe', 'dee doe']);
    await ok(localPerson, 'PUT', '/review-settings', { anonymous: false });
  });
});

describe('a consensus', () => {
  it('stands apart from every reading, with who recorded it', async () => {
    const partId = first.parts[0]?.id ?? '';
    const on = `/calibrations/${first.id}/conversations/${partId}/consensus`;
    const words = 'It names the loss, not what it meant.';
    const { calibration } = await ok(lead(), 'PUT', `${on}/empathy`, { chosen: 2, words });
    const cell = calibration.comparison.cells.find(
      (one: { partId: string; categoryId: string }) => one.partId === partId && one.categoryId === 'empathy',
    );
    expect(cell.consensus).toMatchObject({ chosen: 2, ruleUnclear: false, words, by: 'lee doe' });
    expect(cell.readings.map(({ chosen }: { chosen: number }) => chosen).sort()).toEqual([1, 3]);
    expect((await send(lead(), 'PUT', `${on}/empathy`, { chosen: 4 })).status).toBe(400);
    expect((await send(lead(), 'PUT', `${on}/empathy`, { chosen: 1, ruleUnclear: true })).status).toBe(400);
    expect((await send(lead(), 'PUT', `${on}/humility`, { chosen: 1 })).status).toBe(404);
    expect((await send(rater('cy'), 'PUT', `${on}/empathy`, { chosen: 3 })).status).toBe(403);
    await ok(lead(), 'PUT', `${on}/patience`, { chosen: null, ruleUnclear: true });
  });
});

describe('other words for the rubric', () => {
  const after = {
    said: 'Does the reply name the loss?',
    naWhen: '',
    guidance: ['Not at all', 'The loss', 'And its cost'],
  };
  let wordingId: string;

  it('go into the draft of the scorecard and change nothing that was rated by', async () => {
    const given = {
      categoryId: 'empathy',
      partId: first.parts[0]?.id,
      wording: after,
      words: 'Half of us read the cost.',
    };
    const { calibration } = await ok(lead(), 'POST', `/calibrations/${first.id}/wordings`, given);
    expect(calibration.wordings).toMatchObject([
      { category: 'Empathy', after, stands: 'draft', retests: [], words: given.words, by: 'lee doe' },
    ]);
    wordingId = calibration.wordings[0].id;
    const same = calibration.wordings[0].before;
    expect((await send(lead(), 'POST', `/calibrations/${first.id}/wordings`, { ...given, wording: same })).status).toBe(
      400,
    );
    const { version } = await ok(lead(), 'GET', '/scorecards/default');
    expect(JSON.stringify(version.content)).not.toContain('name the loss?');
    expect((await get(rater('cy'), first.id)).categories[0]?.said).not.toBe(after.said);
  });

  it('are tried in a later calibration of the same category, on other conversations', async () => {
    const retest = await begin({ name: 'Again', wordingId, categoryIds: undefined }, 29);
    expect(retest.categories).toMatchObject([{ id: 'empathy', said: after.said, guidance: after.guidance }]);
    expect(retest.retest).toMatchObject({ wordingId, from: first.id, fromName: 'First' });
    const before = new Set(first.parts.map(({ conversationId }) => conversationId));
    expect(retest.parts.filter(({ conversationId }) => before.has(conversationId))).toEqual([]);
    expect((await get(lead(), first.id)).wordings[0]?.retests).toMatchObject([
      { state: 'rating', after: null, sentence: 'Being rated: what comes of it shows when all are in.' },
    ]);
    for (const [at, { id }] of retest.parts.entries()) {
      await rate(rater('cy'), retest.id, id, { empathy: 1 + (at % 3) });
      await rate(rater('dee'), retest.id, id, { empathy: at % 9 === 0 ? 3 : 1 + (at % 3) });
    }
    const [wording] = (await get(lead(), retest.id)).wordings;
    expect(wording?.retests).toMatchObject([{ name: 'Again', state: 'comparing', change: { value: null } }]);
    expect(wording?.retests[0]?.after).toMatchObject({ n: 29, lower: expect.any(Number) });
    expect(wording?.retests[0]?.sentence).toContain('Cannot tell yet whether the words help: 3 conversations before');
    const { wordings } = await ok(lead(), 'GET', '/calibrations');
    expect(wordings).toHaveLength(1);
    expect((await ok(rater('cy'), 'GET', '/calibrations')).wordings).toEqual([]);
  });
});

describe('how strict raters are', () => {
  it('is read by leads by name, and by others of themselves, with a range or the reason why there is none', async () => {
    const { raters } = await ok(lead(), 'GET', '/rater-severity');
    expect(raters.map(({ rater: name }: { rater: string }) => name)).toEqual(['cy doe', 'dee doe']);
    expect(raters[0]).toMatchObject({ shared: 32, severity: { n: expect.any(Number), lower: expect.any(Number) } });
    expect(raters[0]).toMatchObject({ halves: null, drift: { value: null, reason: 'too_few_rows' } });
    const mine = await ok(rater('cy'), 'GET', '/rater-severity');
    expect(mine.raters).toMatchObject([{ rater: 'cy doe', me: true }]);
    expect((await ok(rater('ana'), 'GET', '/rater-severity')).raters).toEqual([]);
    expect((await ok(lead({ sees: [] }), 'GET', '/rater-severity')).raters).toEqual([]);
  });
});

describe('what was rated in calibrations', () => {
  it('enters no rate, no review and no task of anybody', async () => {
    const { reviews } = await ok(localPerson, 'GET', '/reviews');
    expect(reviews).toEqual([]);
    const results = await ok(localPerson, 'GET', '/review-results');
    expect(results.reviewed).toMatchObject({ random: 0, flagged: 0, chosen: 0 });
    expect((await ok(rater('cy'), 'GET', '/review-tasks/mine')).tasks).toEqual([]);
  });

  it('is in order, and what was handed in too late or agreed too early is found', async () => {
    expect(await broken()).toEqual([]);
    await query((db) =>
      sql`UPDATE calibrations SET compared_at = begun_at - interval '1 day' WHERE id = ${first.id}`.execute(db),
    );
    expect(await broken()).toContain('calibrations-blind');
    await query((db) => sql`UPDATE calibrations SET compared_at = begun_at WHERE id = ${first.id}`.execute(db));
    expect(await broken()).toEqual([]);
    await query((db) =>
      sql`UPDATE calibration_parts SET machine = NULL WHERE calibration_id = ${first.id}`.execute(db),
    );
    expect(await broken()).toContain('calibrations-by-chance');
  });
});
