/** The words right before a number say what it is: the number of an order, or one to call. */
const before = 48;

const orderWord =
  /(?:\b(?:orders?|bestell\p{L}*|commande|pedido|invoices?|rechnung\p{L}*|factura|ref(?:erence)?|tracking|track|ticket|case|shipments?|shipping|parcels?|sendung\p{L}*|paket\p{L}*|packages?|serial|imei|sku|items?|products?|articles?|artikel\p{L}*|account|customer|kunden\p{L}*|client|policy|booking|buchung\p{L}*|reservation|confirmation|transaction|payment|po|isbn|ean|upc|gtin|model|part|vin|rma|returns?|retoure\p{L}*|code|voucher|coupon|gift ?card|flight|meter|contract|vertrag\p{L}*|delivery|lot|batch|membership|member|loyalty|vorgang\p{L}*|request|issue|id|s\/n)|#|№)[\s.:=#-]{0,3}(?:\(?(?:number|numbers|no|nr|num|id|nummer|code|ref|is|was|are|ist|lautet|to|for|with)\b|#)?[\s.:=#()"'-]{0,4}(?:is|was|ist|lautet)?[\s:=#("'-]{0,3}[a-z]{0,4}-?$/iu;

const phoneWord =
  /(?:\b(?:tele)?(?:phone|fon)s?\b|\btel\b|\bph\b|\bcall(?:ed|ing|back)?\b|\bmobile?\b|\bmobil\p{L}*|\bcell\b|\bhandy\p{L}*|whats\s?app|\bsms\b|\btext me\b|\breach(?:ed|able)?\b|\bring\b|\bdial\b|\bfax\b|\bhotline\b|\bcontact(?: me)?\b|\bnumber\b|\brufnummer\b|\banruf\p{L}*|\bteléfono\b|\btéléphone\b|\b[tmp]:)[^\d\n]{0,28}$/iu;

const behind = (text: string, start: number): string => text.slice(Math.max(0, start - before), start);

/** "Order no. ", "tracking: ", "#" and their like stand right before it. */
export const followsOrderWord = (text: string, start: number): boolean => orderWord.test(behind(text, start));

/** "Call me on ", "phone: ", "my number is " and their like stand shortly before it. */
export const followsPhoneWord = (text: string, start: number): boolean => phoneWord.test(behind(text, start));
