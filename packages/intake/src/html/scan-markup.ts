/** HTML → texts and tags in one pass; linear whatever is written, and nothing is ever refused. */
import { decodeEntities } from './entities.ts';

export type MarkupToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: string; isVoid: boolean }
  | { kind: 'close'; name: string };

const voidNames = new Set('br hr img input meta link area base col embed source track wbr'.split(' '));
/** Elements whose inside is no markup; none of it is ever shown. */
const rawNames = new Set(['script', 'style', 'template', 'noscript', 'title', 'textarea', 'iframe', 'object']);
/** Ends of raw elements, by name: one search each, for an end that never comes swallows the rest, as in a browser. */
const rawEnds = new Map([...rawNames].map((name) => [name, new RegExp(`</${name}(?=[\\s/>])`, 'gi')]));

export function* scanMarkup(html: string): Generator<MarkupToken> {
  let at = 0;
  // One quote that never closes would else make every later tag search to the end.
  let trustsQuotes = true;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next < 0 || next === html.length - 1) {
      yield { kind: 'text', text: decodeEntities(html.slice(at)) };
      return;
    }
    if (next > at) yield { kind: 'text', text: decodeEntities(html.slice(at, next)) };
    const second = html[next + 1] ?? '';
    if (html.startsWith('<!--', next)) {
      const end = html.indexOf('-->', next + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (!/[a-zA-Z/!?]/.test(second)) {
      yield { kind: 'text', text: '<' };
      at = next + 1;
      continue;
    }
    let end = trustsQuotes ? findTagEnd(html, next) : html.indexOf('>', next);
    if (end < 0 && trustsQuotes) {
      trustsQuotes = false;
      end = html.indexOf('>', next);
    }
    if (end < 0) {
      yield { kind: 'text', text: decodeEntities(html.slice(next)) };
      return;
    }
    at = end + 1;
    if (second === '!' || second === '?') continue;
    const found = /^<(\/?)([a-zA-Z][\w:-]{0,40})/.exec(html.slice(next, Math.min(at, next + 50)));
    if (!found) continue;
    const name = (found[2] ?? '').toLowerCase();
    if (found[1] === '/') {
      // Browsers show a line break for the common slip "</br>".
      if (name === 'br') yield { kind: 'open', name, attributes: '', isVoid: true };
      else yield { kind: 'close', name };
      continue;
    }
    const attributes = html.slice(next + found[0].length, end);
    if (rawNames.has(name) && !attributes.endsWith('/')) {
      const rawEnd = rawEnds.get(name) ?? /$/g;
      rawEnd.lastIndex = at;
      const close = rawEnd.exec(html);
      const after = close ? html.indexOf('>', close.index) : -1;
      at = after < 0 ? html.length : after + 1;
      continue;
    }
    yield { kind: 'open', name, attributes, isVoid: voidNames.has(name) };
  }
}

/** Index of the ">" that ends the tag; one inside a quoted value does not. */
function findTagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < html.length; at++) {
    const one = html[at];
    if (quote !== '') {
      if (one === quote) quote = '';
    } else if (one === '>') return at;
    else if ((one === '"' || one === "'") && html[at - 1] === '=') quote = one;
  }
  return -1;
}

/** The value of an attribute, decoded; null when it is not there. */
export function readAttribute(attributes: string, name: string): string | null {
  if (!attributes.toLowerCase().includes(name)) return null;
  for (const found of attributes.matchAll(
    /([^\s=/"'<>]{1,60})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    if (found[1]?.toLowerCase() === name) return decodeEntities(found[2] ?? found[3] ?? found[4] ?? '');
  }
  return null;
}
