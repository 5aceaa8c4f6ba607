/** Marks of a message that is hard to take in. Limits are in words; above them a reader on a phone loses the thread. */
export const longSentenceWords = 45;
export const wallWords: Record<'quick' | 'slow', number> = { quick: 130, slow: 260 };

/** Officialese: kinder is the everyday word. */
export const officialese =
  /\b(?:pursuant|herewith|hereby|aforementioned|hereinafter|in accordance with|notwithstanding|without prejudice|the undersigned|at your earliest convenience|kindly be (?:advised|informed)|please be (?:advised|informed)|it is (?:regretted|advised|required) that|as per (?:our|the|your)|section \d|clause \d|in respect of|remittance|terms and conditions apply)\b/i;

/** A code or an acronym that no customer used, e.g. "RMA", "OW drop", "XSTA". */
export const codes = (text: string): string[] => text.match(/\b[A-Z]{2,}[A-Z0-9/-]*\d*\b/g) ?? [];

/** Acronyms that everybody knows. */
export const everydayCodes = new Set(
  'OK SIM PIN SMS TV PC USB PDF FAQ DM UK US USA EU EUR USD GBP ID VAT ATM GPS AM PM ASAP CEO HR IT IP ISP WIFI LED QR URL APP IBAN CV GP NHS DIY PS CEST CET UTC GMT EST PST ET PT HD DVD CD BBC YES NO NOT AND THE FYI RE MOT AC HDMI PO BOX'.split(
    ' ',
  ),
);
