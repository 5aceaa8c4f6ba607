/**
 * Windows-1252 as the web reads it. The decoder of Node 20 takes that label for ISO-8859-1 and leaves €, “ and ” as control
 * characters; whatever of them is left is put right here.
 */
const decoder = new TextDecoder('windows-1252');
const shown = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export const decodeWindows1252 = (bytes: Uint8Array): string => repairWindows1252(decoder.decode(bytes));

/** The same for a text that somebody else's code decoded. */
export const repairWindows1252 = (text: string): string =>
  text.replaceAll(/[\u0080-\u009f]/g, (sign) => shown[sign.charCodeAt(0) - 0x80] ?? sign);
