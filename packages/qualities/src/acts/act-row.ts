/**
 * The acts of one sentence as the model leaves them: a row of numbers, with a bit for each act that is seen. Rules ask
 * hundreds of times per message whether a sentence does this or that; a bit answers that many times faster than a key of
 * an object, above all since objects that name only the acts seen would have thousands of shapes.
 *
 * `acts.ask` reads like a property all the same, and JSON shows the acts seen by name.
 */
import { type Act, agentActs, acts as allActs, customerActs } from '@rapport/contract';
import type { ActProbabilities } from './act-reader.ts';

/** An act counts as seen from here up; models ship their own calibrated thresholds behind the same number. */
export const actThreshold = 0.5;

/** Acts that accuse a reply need more than an even chance: a false "missed" is the worse error. */
export const accusing = 0.75;

/** First column of customers' acts; those of agents begin at 0. An act of both sides has two columns. */
export const customerColumn = agentActs.length;
const columnCount = agentActs.length + customerActs.length;
/** One column more that stays 0, for the side that an act does not have. */
const blank: readonly number[] = Array.from({ length: columnCount + 1 }, () => 0);

export class ActRow {
  /** Bent probabilities 0…1: acts of agents, those of customers, and a 0. */
  readonly values: number[] = blank.slice();
  /** A bit for each act of agents that is seen. */
  agent = 0;
  /** A bit for each act of customers that is seen. */
  customer = 0;
  /** The same from `accusing` up. */
  surelyAgent = 0;
  surelyCustomer = 0;

  set(column: number, value: number): void {
    this.values[column] = value;
    if (value < actThreshold) return;
    const isAgents = column < customerColumn;
    const bit = 1 << (isAgents ? column : column - customerColumn);
    if (isAgents) this.agent |= bit;
    else this.customer |= bit;
    if (value < accusing) return;
    if (isAgents) this.surelyAgent |= bit;
    else this.surelyCustomer |= bit;
  }

  toJSON(): ActProbabilities {
    return listActs(this.asActs());
  }

  asActs(): ActProbabilities {
    // The acts are getters of the prototype, which the compiler cannot see.
    return this as unknown as ActProbabilities;
  }
}

interface Columns {
  agent: number;
  customer: number;
  /** 0 where the act is not of that side. */
  agentBit: number;
  customerBit: number;
}

const columnsOf = (act: Act): Columns => {
  const agent = (agentActs as readonly Act[]).indexOf(act);
  const customer = (customerActs as readonly Act[]).indexOf(act);
  return {
    agent: agent < 0 ? columnCount : agent,
    customer: customer < 0 ? columnCount : customerColumn + customer,
    agentBit: agent < 0 ? 0 : 1 << agent,
    customerBit: customer < 0 ? 0 : 1 << customer,
  };
};

/** A Map, because keys of an object that vary were measured at three times the cost. */
const columns: ReadonlyMap<Act, Columns> = new Map(allActs.map((act) => [act, columnsOf(act)]));
const noColumns: Columns = { agent: columnCount, customer: columnCount, agentBit: 0, customerBit: 0 };

const chanceOf = ({ values }: ActRow, act: Act): number => {
  const { agent, customer } = columns.get(act) ?? noColumns;
  return Math.max(values[agent] ?? 0, values[customer] ?? 0);
};

for (const act of allActs)
  Object.defineProperty(ActRow.prototype, act, {
    get(this: ActRow): number | undefined {
      return chanceOf(this, act) || undefined;
    },
  });

/** The row behind acts, or one made of acts that were named by hand. */
export const rowOf = (acts: ActProbabilities): ActRow => {
  if (acts instanceof ActRow) return acts;
  const row = new ActRow();
  for (const act of allActs) {
    const value = acts[act];
    if (value === undefined) continue;
    const { agent, customer } = columns.get(act) ?? noColumns;
    if (agent < columnCount) row.set(agent, value);
    if (customer < columnCount) row.set(customer, value);
  }
  return row;
};

/** The acts seen as a plain object, for whoever goes through all of them, in the order of columns. */
export const listActs = (acts: ActProbabilities): ActProbabilities => {
  const row = rowOf(acts);
  const plain: ActProbabilities = {};
  for (const [column, act] of [...agentActs, ...customerActs].entries())
    if ((row.values[column] ?? 0) > 0) plain[act] = chanceOf(row, act);
  return plain;
};

/** Nothing seen, for sentences that are not read. */
export const noActs: ActProbabilities = new ActRow().asActs();

/** 0…1 */
export const chanceOfAct = (acts: ActProbabilities, act: Act): number => chanceOf(rowOf(acts), act);

/** Several acts at once, to be asked of many sentences. */
export class ActMask {
  agent = 0;
  customer = 0;

  constructor(acts: readonly Act[]) {
    for (let at = 0; at < acts.length; at += 1) {
      // In range by the loop; every act is in the map.
      const { agentBit, customerBit } = columns.get(acts[at] as Act) ?? noColumns;
      this.agent |= agentBit;
      this.customer |= customerBit;
    }
  }

  isSeenIn(acts: ActProbabilities): boolean {
    const row = rowOf(acts);
    return ((row.agent & this.agent) | (row.customer & this.customer)) !== 0;
  }

  isSureIn(acts: ActProbabilities): boolean {
    const row = rowOf(acts);
    return ((row.surelyAgent & this.agent) | (row.surelyCustomer & this.customer)) !== 0;
  }
}
