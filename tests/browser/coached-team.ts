/**
 * A made-up team whose coaching has known answers: three people who rise once they are coached, three whom it does not
 * move, five to compare with. Fourteen weeks, two weak ones that led to the choice, and eight of coaching.
 */

export const rising = ['Ada', 'Ben', 'Cid'];
export const unmoved = ['Dev', 'Eve', 'Fay'];
const others = ['Gus', 'Hal', 'Ida', 'Jon', 'Kit'];
const everybody = [...rising, ...unmoved, ...others];

const hour = 3_600_000;
const week = 168 * hour;
/** A Monday in a year that is over, so that nothing of it is ever "now". */
const monday = Date.UTC(2024, 8, 9);
/** The week in which coaching begins; the two before it led to the choice. */
const startWeek = 16;
const weeksAfter = 8;

const dayOf = (number: number): string => new Date(monday + number * week).toISOString().slice(0, 10);
/** The days of a plan for this team, as its form takes them. */
export const planDays = {
  selectedFrom: dayOf(startWeek - 2),
  selectedTo: dayOf(startWeek),
  startsAt: dayOf(startWeek),
  goalAt: dayOf(startWeek + weeksAfter),
};

/** What there is when the plan is made, as a push takes it. */
export const beforeCoaching = () => talksOf(0, startWeek);
/** The weeks since, and one conversation after the day on which the plan is read. */
export const sinceCoaching = () => [
  ...talksOf(startWeek, startWeek + weeksAfter),
  talk({ agent: 'Gus', number: startWeek + weeksAfter, part: 0 }),
];

const talksOf = (from: number, to: number) =>
  everybody.flatMap((agent) =>
    Array.from({ length: to - from }, (_, place) =>
      [0, 1, 2].map((part) => talk({ agent, number: from + place, part })),
    ).flat(),
  );

interface Talk {
  agent: string;
  /** Week, counted from the first one. */
  number: number;
  part: number;
}

function talk({ agent, number, part }: Talk) {
  const id = `${agent}-${number}-${part}`;
  const begun = monday + number * week + part * 48 * hour + 9 * hour;
  const said = [
    { author: `Customer ${id}`, role: 'customer', text: 'I am so upset. The tent for my son’s birthday never came.' },
    { author: agent, role: 'agent', text: isHeard({ agent, number, part }) ? heard : straightToProcess },
    { author: `Customer ${id}`, role: 'customer', text: 'Thank you for finding it so quickly.' },
  ];
  return {
    ...{ id, channel: 'chat', subject: 'A tent that did not come' },
    messages: said.map((one, place) => ({
      ...{ ...one, id: `${id}-${place}`, authorId: one.author },
      at: new Date(begun + place * 60_000).toISOString(),
    })),
  };
}

const heard = 'I’m so sorry that your son’s birthday passed without the tent. I am finding out now where it is.';
const straightToProcess = 'Delivery takes three to five working days.';

/** Two in five of everybody's; none of the coached in the weak weeks; nearly all of those who rise, once coached. */
function isHeard({ agent, number, part }: Talk): boolean {
  const place = (number * 3 + part + everybody.indexOf(agent)) % 20;
  const isCoached = [...rising, ...unmoved].includes(agent);
  if (isCoached && number >= startWeek - 2 && number < startWeek) return false;
  return rising.includes(agent) && number >= startWeek ? place > 0 : place % 5 < 2;
}
