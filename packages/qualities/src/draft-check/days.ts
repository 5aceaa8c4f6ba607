/** Days a text names, in one spelling: "Saturday", "Tonight". */
const days = /\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(today|tonight|tomorrow)\b/gi;

export const daysIn = (text: string): string[] =>
  [...text.matchAll(days)].map(([found]) => found.charAt(0).toUpperCase() + found.slice(1).toLowerCase());
