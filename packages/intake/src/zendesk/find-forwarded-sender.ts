/** Whose words a forwarded mail holds: the first "From:" behind the line with which a mail program begins a forward. */

const start =
  /^[> ]*(?:-{3,}\s*(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Ursprüngliche Nachricht|Message transféré|Mensaje reenviado)\s*-*|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:)\s*$/im;
const from = /^[> ]*\*?(?:From|Von|De)\s?:\*?[ \t]*(.{1,300})$/im;

/** Only the beginning is looked at; a forward far down in a long thread is not what opened it. */
const longestLook = 4000;

export function findForwardedSender(text: string): { name: string; email: string } | null {
  const head = text.slice(0, longestLook);
  const begins = start.exec(head);
  const line = begins ? (from.exec(head.slice(begins.index))?.[1] ?? '') : '';
  const email = /[^\s<>()[\]:;,"]{1,64}@[^\s<>()[\]:;,"]{1,255}/.exec(line)?.[0].toLowerCase();
  if (!email) return null;
  const name = line.split(/[<[(]/)[0]?.replaceAll('"', '').trim() ?? '';
  return { name: name.includes('@') ? '' : name, email };
}
