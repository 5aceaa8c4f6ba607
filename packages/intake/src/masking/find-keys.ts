/** Keys, tokens and passwords that people paste into support messages. */
import type { Span } from './mask-text.ts';

const hint =
  /[sprw][kh]s?e?c?[_-]|a[ks]ia|gh[pousr]_|github_pat|glpat-|xox[a-z]-|ya29\.|aiza|eyj|-----begin|bearer|basic |passw|\bpwd|\bpass(?:code|phrase)?\b|mot de passe|contrase|wachtwoord|kennwort|key|secret|token|sg\.|shp[a-z]{2}_|npm_|hf_|dop_v1|hooks\.slack/i;

/** A quick look, so that most texts cost one pass. */
export const mayHoldKey = (text: string): boolean => hint.test(text);

const wholePatterns: readonly RegExp[] = [
  /\b(?:sk|pk|rk)_(?:live|test|prod)_[A-Za-z0-9]{10,250}/g,
  /(?<![\w-])sk-(?:[a-z]{2,10}-)?[A-Za-z0-9_-]{20,250}/g,
  /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,255}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,255}/g,
  /(?<![\w-])glpat-[\w-]{20,100}/g,
  /(?<![\w-])xox[abeoprs]-[\w-]{10,250}/g,
  /(?<![\w-])AIza[\w-]{30,60}/g,
  /(?<![\w-])ya29\.[\w-]{20,250}/g,
  /(?<![\w-])SG\.[\w-]{16,64}\.[\w-]{16,64}/g,
  /(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{4,4000}(?:\.[\w-]{0,4000})?/g,
  /\b(?:shpat|shpss|shpca|shppa)_[a-fA-F0-9]{32}\b/g,
  /\bnpm_[A-Za-z0-9]{30,60}\b/g,
  /\bhf_[A-Za-z0-9]{30,60}\b/g,
  /\bdop_v1_[a-f0-9]{64}\b/g,
  /\bwhsec_[A-Za-z0-9+/=]{16,100}/g,
  /\bkey-[a-f0-9]{32}\b/g,
  /https:\/\/hooks\.slack\.com\/services\/[\w/]{10,120}/g,
];

const bearer = /\b(?:bearer|basic)\s+(?=[\w.~+/=-]*\d)([\w.~+/-]{16,4000}={0,2})/gi;
const named =
  /(?:passwor[dt]|passwd|pwd|passcode|passphrase|\bpass\b|mot de passe|contraseña|wachtwoord|kennwort|api[ _-]?key|access[ _-]?key|secret[ _-]?key|private[ _-]?key|secret|(?:access|auth|refresh|api|bearer)?[ _-]?token|licen[cs]e[ _-]?key)["'*_]{0,3}\s{0,3}(is|ist|was|war|est|es|=>|=|:)[\s"'`*_]{0,4}([^\s"'`<>]{4,200})/gi;

export function findKeys(text: string): Span[] {
  const spans = findKeyBlocks(text);
  for (const pattern of wholePatterns) {
    for (const { index, 0: found } of text.matchAll(pattern)) spans.push({ start: index, end: index + found.length });
  }
  for (const found of text.matchAll(bearer)) spans.push(spanOf(found, found[1] ?? ''));
  for (const found of text.matchAll(named)) {
    const value = (found[2] ?? '').replace(/[.,;:!?)\]]+$/, '');
    const end = found.index + found[0].length;
    const rest = text.slice(end, end + 2);
    if (isSecret(value, found[1] ?? '', rest)) spans.push(spanOf(found, value, found[2] ?? ''));
  }
  return withoutOverlap(spans);
}

/**
 * "The password is wrong" holds no password. After "is" a value needs a digit or a sign in it; after a colon plain
 * letters count when nothing but the end of the line follows.
 */
function isSecret(value: string, link: string, rest: string): boolean {
  if (value.length < 4 || /^\[[a-z]+\]?$/.test(value) || /^https?:/.test(value)) return false;
  if (/\d/.test(value) || /[^\p{L}\p{N}'’.-]/u.test(value)) return true;
  if (/[a-z][A-Z]/.test(value)) return true;
  return (link === ':' || link.includes('=')) && /^(?:\s*\n|$)/.test(rest);
}

const spanOf = (found: RegExpMatchArray, value: string, whole = value): Span => {
  const start = (found.index ?? 0) + found[0].length - whole.length;
  return { start, end: start + value.length };
};

const blockBegin = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const blockEnd = /-----END [A-Z ]{0,40}-----/g;
const longestBlock = 20_000;

/** A block without an end is taken out up to its greatest length: half a private key is one too many. */
function findKeyBlocks(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index: start } of text.matchAll(blockBegin)) {
    if (start < (spans.at(-1)?.end ?? 0)) continue;
    const limit = Math.min(text.length, start + longestBlock);
    blockEnd.lastIndex = start;
    const found = blockEnd.exec(text.slice(0, limit));
    spans.push({ start, end: found ? found.index + found[0].length : limit });
  }
  return spans;
}

function withoutOverlap(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
