/** What an element of a mail or a chat message is to a reader: hidden, a quote, a signature, a break. */
import { readAttribute } from './scan-markup.ts';

/** How an element is to be read. */
export interface ElementLook {
  isHidden: boolean;
  /** All inside it is quoted from an earlier message. */
  isQuote: boolean;
  /** It and all that follows on its level is quoted: Outlook marks only where the quote begins. */
  startsQuote: boolean;
  startsSignature: boolean;
  /** Line breaks before and behind it: 2 leaves an empty line. */
  breaks: 0 | 1 | 2;
  isPreformatted: boolean;
}

const blocks = new Set(
  'div li tr ul ol table tbody thead blockquote center section article header footer main aside body html form fieldset figure figcaption address dl dt dd details summary hr h1 h2 h3 h4 h5 h6 pre p'.split(
    ' ',
  ),
);
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 pre blockquote ul ol table'.split(' '));
const neverShown = new Set(['head', 'select', 'datalist', 'audio', 'video', 'svg', 'math', 'canvas']);

const hiddenStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])|mso-hide\s*:\s*all|max-height\s*:\s*0(?![.\d]*[1-9]))/i;
const whiteText = /(?:^|;)\s*color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255\s*[,)])/i;
const quoteClass =
  /(?:^|\s)(?:gmail_quote|gmail_quote_container|yahoo_quoted|protonmail_quote|freshdesk_quote|tutanota_quote|moz-cite-prefix|zmail_extra|gmail_extra_quote)(?:\s|$)/;
const signatureClass =
  /(?:^|\s)(?:gmail_signature|js-signatureMarker|moz-signature|protonmail_signature_block|fd-signature)(?:\s|$)/i;
const quoteStartIds = new Set([
  'divrplyfwdmsg',
  'appendonsend',
  'olk_src_body_section',
  'mail-editor-reference-message-container',
]);

const plainLook: ElementLook = {
  isHidden: false,
  isQuote: false,
  startsQuote: false,
  startsSignature: false,
  breaks: 0,
  isPreformatted: false,
};

export function lookAtElement(name: string, attributes: string): ElementLook {
  const breaks = !blocks.has(name) ? 0 : paragraphs.has(name) ? 2 : 1;
  const look: ElementLook = {
    ...plainLook,
    breaks,
    isHidden: neverShown.has(name),
    isQuote: name === 'blockquote',
    isPreformatted: name === 'pre',
  };
  if (attributes.length < 3) return look;
  const style = readAttribute(attributes, 'style') ?? '';
  const className = readAttribute(attributes, 'class') ?? '';
  const id = (readAttribute(attributes, 'id') ?? '').toLowerCase();
  if (/(?:^|\s)no-margin(?:\s|$)/.test(className) && breaks === 2) look.breaks = 1;
  look.isHidden ||=
    readAttribute(attributes, 'hidden') !== null || hiddenStyle.test(style) || isWhite(style, attributes);
  look.isQuote ||= quoteClass.test(className);
  look.startsQuote = quoteStartIds.has(id) || /(?:^|\s)OutlookMessageHeader(?:\s|$)/.test(className);
  look.startsSignature = signatureClass.test(className) || id === 'signature';
  return look;
}

/** White on white; white on a named background is a button. */
const isWhite = (style: string, attributes: string): boolean =>
  whiteText.test(style) && !/background|bgcolor/i.test(attributes);
