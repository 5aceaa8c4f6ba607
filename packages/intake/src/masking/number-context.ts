/** The words right before a number say what it is: the number of an order, or one to call. */
const before = 48;

const orderWord =
  /(?:\b(?:orders?|bestell\p{L}*|commande|pedido|invoices?|rechnung\p{L}*|factura|ref(?:erence)?|tracking|track|ticket|case|shipments?|shipping|parcels?|sendung\p{L}*|paket\p{L}*|packages?|serial|imei|sku|items?|products?|articles?|artikel\p{L}*|account|customer|kunden\p{L}*|client|policy|booking|buchung\p{L}*|reservation|confirmation|transaction|payment|po|isbn|ean|upc|gtin|model|part|vin|rma|returns?|retoure\p{L}*|code|voucher|coupon|gift ?card|flight|meter|contract|vertrag\p{L}*|delivery|lot|batch|membership|member|loyalty|vorgang\p{L}*|request|issue|id|s\/n)|#|№)[\s.:=#-]{0,3}(?:\(?(?:number|numbers|no|nr|num|id|nummer|code|ref|is|was|are|ist|lautet|to|for|with)\b|#)?[\s.:=#()"'-]{0,4}(?:is|was|ist|lautet)?[\s:=#("'-]{0,3}[a-z]{0,4}-?$/iu;

const phoneWord =
  /(?:\b(?:tele)?(?:phone|fon)s?\b|\btel\b|\bph\b|\bcall(?:ed|ing|back)?\b|\bmobile?\b|\bmobil\p{L}*|\bcell\b|\bhandy\p{L}*|whats\s?app|\bsms\b|\btext me\b|\breach(?:ed|able)?\b|\bring\b|\bdial\b|\bfax\b|\bhotline\b|\bcontact(?: me)?\b|\bnumber\b|\brufnummer\b|\banruf\p{L}*|\bteléfono\b|\btéléphone\b|\b[tmp]:)[^\d\n]{0,28}$/iu;

/**
 * What stands between the number and the one before it, with that one's last digit. None of the words above holds a
 * digit, so nothing further back can match; and a text of nothing but numbers is not searched for words at all.
 */
function behind(text: string, start: number): string | null {
  const near = text.slice(Math.max(0, start - before), start);
  const after = near.slice(Math.max(0, near.search(/\d\D*$/)));
  return /[\p{L}#№]/u.test(after) ? after : null;
}

/** "Order no. ", "tracking: ", "#" and their like stand right before it. */
export function followsOrderWord(text: string, start: number): boolean {
  const words = behind(text, start);
  return words !== null && orderWord.test(words);
}

/** "Call me on ", "phone: ", "my number is " and their like stand shortly before it. */
export function followsPhoneWord(text: string, start: number): boolean {
  const words = behind(text, start);
  return words !== null && phoneWord.test(words);
}
