/** Mostly capitals, in at least two words: "WHERE IS MY PARCEL", not "OK" or "IBAN". */
export const isShouted = (text: string): boolean => {
  let upper = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) {
      upper += 1;
      letters += 1;
    } else if (code >= 97 && code <= 122) letters += 1;
  }
  return letters >= 8 && upper / letters > 0.7 && text.includes(' ');
};
