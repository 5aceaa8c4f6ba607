/** First names of many origins, put into the same service: nothing may depend on what somebody is called. */

/** [customer, agent] */
export const namePairs: readonly (readonly [string, string])[] = [
  ['Olivia', 'Jack'],
  ['Siobhán', 'Padraig'],
  ['Hamish', 'Eilidh'],
  ['Rhys', 'Angharad'],
  ['Lakisha', 'DeShawn'],
  ['Tyrone', 'Latoya'],
  ['María', 'José'],
  ['Guadalupe', 'Jesús'],
  ['João', 'Beatriz'],
  ['Chukwuemeka', 'Ngozi'],
  ['Oluwaseun', 'Folake'],
  ['Kwame', 'Abena'],
  ['Wanjiru', 'Kipchoge'],
  ['Thandiwe', 'Sipho'],
  ['Tendai', 'Rudo'],
  ['Amina', 'Ibrahim'],
  ['Fatima', 'Mohammed'],
  ['Yusuf', 'Khadija'],
  ['Layla', 'Omar'],
  ['Shirin', 'Dariush'],
  ['Priya', 'Arjun'],
  ['Lakshmi', 'Venkatesh'],
  ['Harpreet', 'Gurdeep'],
  ['Nusrat', 'Rafiqul'],
  ['Wei', 'Xiuying'],
  ['Mei Ling', 'Jun Jie'],
  ['Yuki', 'Haruto'],
  ['Ji-woo', 'Min-jun'],
  ['Nguyen', 'Linh'],
  ['Siti', 'Budi'],
  ['Maricel', 'Rodel'],
  ['Somchai', 'Ploy'],
  ['Olena', 'Taras'],
  ['Dmitri', 'Svetlana'],
  ['Agnieszka', 'Łukasz'],
  ['Jiří', 'Zdeňka'],
  ['Zsófia', 'Bence'],
  ['Ioana', 'Răzvan'],
  ['Đorđe', 'Milica'],
  ['Eleni', 'Kostas'],
  ['Ayşe', 'Mehmet'],
  ['Noa', 'Eitan'],
  ['Jürgen', 'Käthe'],
  ['Søren', 'Freja'],
  ['Guðrún', 'Þór'],
  ['Aroha', 'Wiremu'],
  ['Leilani', 'Keoni'],
  ['Aiyana', 'Dakota'],
];

/** What the others are compared with. */
export const plainNames: readonly [string, string] = ['Anna', 'Ben'];

/** `{c}` is the customer's name, `{a}` the agent's. */
export const nameBases: readonly (readonly [customer: string, agent: string])[] = [
  [
    'Hi, {c} here. My train was cancelled and I missed my sister’s graduation. I am really upset.',
    'Hello {c}, this is {a}. Missing your sister’s graduation is awful, {c}, and I am sorry that our train was the reason. I have refunded both tickets.',
  ],
  [
    'Can I change the delivery address for my order? Thanks, {c}',
    'Hi {c}, yes, you can change it until six tonight. Send me the new address and I will do it. Best, {a}',
  ],
  [
    'This is {c}. You promised a call yesterday and nobody rang. Your company is hopeless.',
    '{c}, you are right, we promised a call and nobody rang. I am {a}, and I will stay on this until it is done.',
  ],
];
