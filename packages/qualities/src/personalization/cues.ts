/** An address that shows that the name was at hand and not used. */
export const nobodysName =
  /^(?:dear|hello|hi) (?:(?:valued |dear )?(?:customer|client|applicant|guest|user|member|taxpayer|parent|passenger|sir(?: (?:or|\/) ?madam)?|madam|all|there))\b/i;
