/** The judge as the API and the command line use it: what it is, what it said, and a question to it. */
import { createHash, randomBytes } from 'node:crypto';
import {
  type JudgeMoment,
  type JudgeSaid,
  type JudgeState,
  type JudgeTroubleKind,
  judgeProvider,
} from '@rapport/contract';
import { overallVerdict, scoreOf } from '@rapport/qualities';
import { z } from 'zod';
import { listShownNames, nameOf } from '../store/author-names.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { type JudgeUse, loadJudgeUse } from '../store/judge-budget.ts';
import { findOpinion, listOpinions, type StoredOpinion, saveOpinion } from '../store/judge-opinions.ts';
import { loadConversations, type StoredConversation } from '../store/load-conversations.ts';
import type { Store } from '../store/open-store.ts';
import { askWithinBudget, dayOf } from './ask-within-budget.ts';
import { checkAnswer, type PlacedMoment, type PlacedQuote, placedMoment } from './check-answer.ts';
import { isLoopback, type JudgeSettings } from './judge-settings.ts';
import { JudgeTrouble } from './judge-trouble.ts';
import { rubricVersion } from './rubric.ts';
import { type ShownConversation, showConversation } from './shown-conversation.ts';
import type { Subject } from './subject.ts';
import { writePrompt } from './write-prompt.ts';

export interface JudgeParts {
  /** Null: off. Then no code path leads to a request. */
  settings: JudgeSettings | null;
  store: Pick<Store, 'db'>;
  workspace: number;
  now: () => Date;
  random: () => number;
  log: { info(facts: object, message: string): void; warn(facts: object, message: string): void };
}

export interface JudgeQuestion {
  conversationId: number;
  subject: Subject;
  /** Null: the first agent. */
  authorId: number | null;
  stop: AbortSignal;
}

export type JudgeAnswer =
  | { said: JudgeSaid; fromStore: boolean; trouble: null }
  | { said: null; fromStore: false; trouble: JudgeTroubleKind };

/** With what it was asked about, by which it is found. */
export type KeptOpinion = Pick<StoredOpinion, 'quality' | 'promptHash'> & { said: JudgeSaid };

export interface Judge {
  describe(): Promise<JudgeState>;
  /** Opinions about the words as they stand now, newest first; asks nobody. */
  listOpinions(conversationId: number): Promise<KeptOpinion[]>;
  /** Never throws over what a judge does: trouble is part of the answer. */
  ask(question: JudgeQuestion): Promise<JudgeAnswer>;
  /** The same without a memory: asked each time, and nothing of it is stored but what it took out of the budget. */
  try(question: JudgeQuestion): Promise<JudgeAnswer & { spent: JudgeUse }>;
}

export function openJudge(parts: JudgeParts): Judge {
  const { settings, store, workspace, now, log } = parts;
  // Two people who press at once wait for one answer.
  const underWay = new Map<string, Promise<PlacedMoment[]>>();

  const look = async ({ conversationId, authorId }: JudgeQuestion) => {
    if (settings === null) throw new JudgeTrouble('off');
    const stored = await loadOne(parts, conversationId);
    if (stored === null) throw new JudgeTrouble('nothing-to-judge');
    const found = showConversation(stored, authorId);
    if ('refused' in found) throw new JudgeTrouble(found.refused);
    return { settings, stored, shown: found.shown };
  };
  const askAbout = async (
    { settings: set, stored, shown }: Awaited<ReturnType<typeof look>>,
    { subject, stop }: JudgeQuestion,
    onSpent: (spent: JudgeUse) => void,
  ) => {
    const { system, prompt } = writePrompt(shown, subject, () => randomBytes(16).toString('hex'));
    const given = await askWithinBudget({ ...parts, settings: set, onSpent }, { system, prompt }, stop);
    return checkAnswer(given, shown, subject, (position) => stored.conversation.messages[position]?.text ?? '');
  };
  const opinionOf = (
    { settings: set, shown }: Awaited<ReturnType<typeof look>>,
    { subject }: JudgeQuestion,
    moments: readonly PlacedMoment[],
  ) => ({
    ...{ authorId: shown.authorId, quality: subject.quality, promptHash: subject.promptHash, moments: [...moments] },
    ...{ contentHash: hashOf(set, subject, shown), textHash: shown.textHash, rubricVersion: subject.rubricVersion },
    ...{ provider: set.provider, host: set.url.host, model: set.model },
    judgedAt: now(),
  });

  const answer = async (question: JudgeQuestion): Promise<JudgeAnswer> => {
    const about = await look(question);
    const { stored, shown } = about;
    const contentHash = hashOf(about.settings, question.subject, shown);
    const kept = await inWorkspace(store, workspace, (db) => findOpinion(db, workspace, contentHash));
    const heard = kept === null ? null : readMoments(kept.moments, stored);
    const asked = () => askAbout(about, question, () => {});
    const moments = heard ?? (await shareWork(underWay, contentHash, asked));
    const opinion: StoredOpinion = {
      ...opinionOf(about, question, moments),
      ...(heard === null || kept === null ? {} : { judgedAt: kept.judgedAt }),
    };
    await inWorkspace(store, workspace, (db) => saveOpinion(db, workspace, question.conversationId, opinion));
    return { said: await toContract(parts, opinion, moments, stored), fromStore: heard !== null, trouble: null };
  };
  const tryOnce = async (question: JudgeQuestion, onSpent: (spent: JudgeUse) => void): Promise<JudgeAnswer> => {
    const about = await look(question);
    const moments = await askAbout(about, question, onSpent);
    const said = await toContract(parts, opinionOf(about, question, moments), moments, about.stored);
    return { said, fromStore: false, trouble: null };
  };
  /** With its line in the log, and trouble as part of the answer. */
  const told = async (question: JudgeQuestion, work: () => Promise<JudgeAnswer>): Promise<JudgeAnswer> => {
    const began = performance.now();
    const { conversationId, subject } = question;
    const facts = { conversation: conversationId, quality: subject.quality, rubric: subject.rubricVersion };
    const milliseconds = () => Math.round(performance.now() - began);
    try {
      const given = await work();
      log.info({ ...facts, fromStore: given.fromStore, milliseconds: milliseconds() }, 'the judge answered');
      return given;
    } catch (error) {
      if (!(error instanceof JudgeTrouble)) throw error;
      if (error.kind !== 'off') {
        log.warn({ ...facts, trouble: error.kind, milliseconds: milliseconds() }, 'the judge gave no opinion');
      }
      return { said: null, fromStore: false, trouble: error.kind };
    }
  };

  return {
    describe: () => describe(parts),
    listOpinions: async (conversationId) => {
      const stored = await loadOne(parts, conversationId);
      if (stored === null) return [];
      const kept = await inWorkspace(store, workspace, (db) => listOpinions(db, workspace, conversationId));
      const opinions: KeptOpinion[] = [];
      for (const one of kept) {
        const found = showConversation(stored, one.authorId);
        if (!('shown' in found) || found.shown.textHash !== one.textHash) continue;
        const moments = readMoments(one.moments, stored);
        if (moments === null) continue;
        const { quality, promptHash } = one;
        opinions.push({ quality, promptHash, said: await toContract(parts, one, moments, stored) });
      }
      return opinions;
    },
    ask: (question) => told(question, () => answer(question)),
    try: async (question) => {
      const spent = { calls: 0, tokens: 0 };
      const onSpent = ({ calls, tokens }: JudgeUse) => {
        spent.calls += calls;
        spent.tokens += tokens;
      };
      return { ...(await told(question, () => tryOnce(question, onSpent))), spent };
    },
  };
}

async function loadOne({ store, workspace }: JudgeParts, id: number): Promise<StoredConversation | null> {
  return (await inWorkspace(store, workspace, (db) => loadConversations(db, workspace, [id])))[0] ?? null;
}

function hashOf(
  { provider, url, model, answers }: JudgeSettings,
  { quality, promptHash, rubricVersion: version }: Subject,
  { textHash }: ShownConversation,
): string {
  const asked = [textHash, quality ?? promptHash, version, provider, url.href, model, answers];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

async function shareWork<T>(underWay: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const running = underWay.get(key) ?? work().finally(() => underWay.delete(key));
  underWay.set(key, running);
  return running;
}

/** Stored moments, if each quote still stands where it was found; null otherwise. */
function readMoments(moments: unknown, { conversation }: StoredConversation): PlacedMoment[] | null {
  const parsed = z.array(placedMoment).min(1).safeParse(moments);
  if (!parsed.success) return null;
  const stands = (one: PlacedQuote | null) =>
    one === null || conversation.messages[one.position]?.text.slice(one.start, one.end) === one.quote;
  return parsed.data.every(({ trigger, response }) => stands(trigger) && stands(response)) ? parsed.data : null;
}

async function toContract(
  { store, workspace }: JudgeParts,
  opinion: StoredOpinion,
  placed: readonly PlacedMoment[],
  { conversation }: StoredConversation,
): Promise<JudgeSaid> {
  const names = await inWorkspace(store, workspace, (db) => listShownNames(db, workspace, [opinion.authorId]));
  const evidence = (one: PlacedQuote | null) =>
    one === null
      ? null
      : {
          messageId: conversation.messages[one.position]?.id ?? '',
          ...{ start: one.start, end: one.end, quote: one.quote },
        };
  const moments = placed.map(
    ({ trigger, response, verdict, why }): JudgeMoment => ({
      ...{ trigger: evidence(trigger), response: evidence(response), verdict, why },
    }),
  );
  return {
    ...{ agentId: String(opinion.authorId), agent: nameOf(names, opinion.authorId), moments },
    ...summarise(moments),
    ...{ provider: judgeProvider.parse(opinion.provider), host: opinion.host, model: opinion.model },
    ...{ rubricVersion: opinion.rubricVersion, judgedAt: opinion.judgedAt.toISOString() },
  };
}

/** Counted as the local score counts, all moments alike: the judge is asked for verdicts, never for a number. */
function summarise(moments: readonly JudgeMoment[]): Pick<JudgeSaid, 'score' | 'verdict'> {
  const counted = moments.flatMap(({ verdict }) => (verdict === 'no-opportunity' ? [] : [{ verdict, weight: 1 }]));
  if (counted.length === 0) return { score: null, verdict: 'no-opportunity' };
  return { score: scoreOf(counted), verdict: overallVerdict(counted) };
}

async function describe({ settings, store, workspace, now }: JudgeParts): Promise<JudgeState> {
  if (settings === null) {
    return {
      ...{ on: false, provider: null, host: null, model: null, rubricVersion, leavesMachine: false, budget: null },
      whatLeaves: 'Nothing. No judge is set up.',
    };
  }
  const day = dayOf(now());
  const use = await inWorkspace(store, workspace, (db) => loadJudgeUse(db, workspace, day));
  const { unit, perDay } = settings.budget;
  const resetsAt = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();
  const leavesMachine = !isLoopback(settings.url);
  return {
    ...{ on: true, provider: settings.provider, host: settings.url.host, model: settings.model, rubricVersion },
    ...{ leavesMachine, whatLeaves: whatLeaves(settings.url.host, leavesMachine) },
    budget: { unit, perDay, used: use[unit], resetsAt },
  };
}

function whatLeaves(host: string, leavesMachine: boolean): string {
  const sent =
    'the public messages of that one conversation (cards, IBANs, keys, e-mail addresses and phone numbers masked; names inside the text are not), without names of authors, subject, notes, quoted mail or signatures';
  return leavesMachine
    ? `When somebody asks the judge about a conversation, ${sent}, go to ${host}. Nothing else does, and nothing by itself.`
    : `Nothing leaves this machine: the judge runs on it. When somebody asks, it is given ${sent}.`;
}
