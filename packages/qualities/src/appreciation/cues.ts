/** Thanks that come with every ticket: kinder is to name what the customer did. */
export const roteThanks =
  /\b(?:thank(?:s| you)|thx|ty|cheers|we (?:really |truly )?appreciate)\b[^.!?]{0,24}?\b(?:for )?(?:(?:contacting|reaching out|getting in touch|choosing|calling|writing(?: in| to us)?|your (?:patience|message|e-?mail|call|enquiry|inquiry|understanding|feedback|time|interest|reply|response|custom|business|loyalty|cooperation|order|purchase|query)|being (?:a|an) (?:\w+ )?(?:customer|member)|chatting|holding|waiting|joining|using|flying|shopping|bearing with|the (?:information|details|confirmation|message|feedback)|confirming|that|letting (?:us|me) know)\b)/i;

/** Thanks said to nobody for nothing: "Thanks!", "Thank you, Anna". */
export const bareThanks =
  /^(?:many |ok,? |okay,? |great,? |perfect,? )?(?:thanks|thank you|thx|ty|cheers|ta)(?: (?:so|very) much| a lot| again)?(?:,? \p{L}+)?\W*$/iu;

/** The customer did more than answer: filmed it, sent it in, tried it out. */
export const tookTrouble =
  /\b(?:i|we)(?:['’]ve| have)? (?:just |already |now |then )?(?:sent|attached|filmed|took|taken|tried|uploaded|checked|measured|photographed|recorded|went|dug|tested|restarted|reset|reinstalled|filled|forwarded|copied|counted|unplugged|looked|wrote down)\b|\battached\b|\bhere (?:is|are) the\b/i;

/** Said in a first message, this tells that the trouble was asked for, or was taken to help. */
export const onRequest = /\bas (?:you|your \w+) (?:asked|wanted|said|requested)\b|\bas requested\b|\bwrote down\b/i;
