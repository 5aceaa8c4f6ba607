/** Replies nobody wrote for this customer: out of office, "we have received your request", delivery failures. */

const marks: readonly RegExp[] = [
  /\b(?:out of (?:the )?office|automatic reply|auto-?reply|autoresponder|automated (?:message|response|reply|e-?mail)|abwesenheits(?:notiz|nachricht)|automatische antwort|réponse automatique|respuesta automática|absence du bureau|fuera de la oficina)\b/i,
  /\b(?:this is an? (?:automated|automatic)|do not reply to this (?:e-?mail|message)|this (?:mailbox|inbox|address) is not monitored|no-?reply@)/i,
  /\b(?:your (?:request|ticket|case|enquiry|inquiry|message) \(?#?[\w-]{0,24}\)? ?(?:has been|was) (?:received|created|logged|opened))\b/i,
  /\bwe(?:'ve|’ve| have) received your (?:request|message|e-?mail|enquiry|inquiry|ticket)\b.{0,120}\b(?:within|as soon as|shortly|business (?:days|hours)|ticket|reference)\b/is,
  /\b(?:ticket|case|request) (?:number|id|reference)(?: is|:) ?#?[\w-]{2,24}.{0,160}\b(?:respond|reply|get back|be in touch)\b.{0,80}\bwithin\b/is,
  /\b(?:i am|i'm|i’m) (?:currently )?(?:on (?:annual|parental|maternity|sick) leave|away from (?:the office|my desk) until|on vacation until|out until)\b/i,
  /\b(?:delivery status notification|mail delivery (?:failed|subsystem)|undeliverable:|message could not be delivered)\b/i,
  /\bthank you for (?:contacting|reaching out to|e-?mailing|your (?:e-?mail|message|request|enquiry)).{0,160}\b(?:a member of (?:our|the) team|one of our (?:agents|team|representatives|advisers|advisors)|we (?:aim|strive|try) to (?:respond|reply))\b.{0,120}\b(?:within|soon|shortly|hours|days)\b/is,
];

const mayBe =
  /auto|office|abwesen|absence|fuera|received|monitored|reply|leave|away|vacation|out until|deliver|reference|number|member of|one of our|aim to|strive|was logged|was created|been (?:created|logged|opened)/i;

/** True when the text reads as sent by a machine. Looks at the first 1,500 characters. */
export const isAutoReply = (text: string): boolean => {
  const head = text.length > 1500 ? text.slice(0, 1500) : text;
  return mayBe.test(head) && marks.some((mark) => mark.test(head));
};
