/** What WhatsApp itself writes into a chat, in the languages we know, and how its export names the partner. */
const marks = /[\u200e\u200f\u202a-\u202e]/g;

const systemTexts: readonly RegExp[] = [
  /^(?:messages (?:and calls )?(?:are|to this (?:chat|group)).{0,40}end-to-end|nachrichten und anrufe sind ende-zu-ende|les messages et (?:les )?appels sont chiffrés|los mensajes y las llamadas están cifrados|i messaggi e le chiamate sono crittografati|as mensagens e (?:as )?(?:chamadas|ligações) são protegidas|berichten en gesprekken worden)/i,
  /^(?:you deleted this message|this message was deleted|du hast diese nachricht gelöscht|diese nachricht wurde gelöscht|ce message a été supprimé|vous avez supprimé ce message|(?:se )?elimin(?:ó|aste) este mensaje|questo messaggio è stato eliminato|(?:esta )?mensagem apagada|dit bericht (?:is|werd) verwijderd)\.?$/i,
  /^(?:missed (?:voice|video) call|verpasster (?:sprach|video)anruf|appel (?:vocal|vidéo) manqué|llamada perdida|(?:voice|video) call,? )/i,
  /\b(?:this (?:chat|business) is|uses a secure service from meta|business account|is now a (?:business|contact))\b.{0,120}(?:meta|whatsapp|business)/i,
];

/** Not the words of the person it stands beside: notices, deleted messages, missed calls. */
export const isSystemText = (text: string): boolean => {
  const plain = text.replaceAll(marks, '').trim();
  return plain.length < 400 && systemTexts.some((one) => one.test(plain));
};

const partnerForms: readonly RegExp[] = [
  /whatsapp[ -]chat (?:with|mit|con|avec|met|com|-) (.+)/i,
  /(?:chat|conversa|discussion|conversación) (?:de |do |di |del )?whatsapp (?:con|com|avec|with|-) (.+)/i,
  /whatsapp chat - (.+)/i,
];

/** "WhatsApp Chat with Ann.txt" → "Ann": the export is made by the other one. */
export function partnerInName(name: string): string | null {
  const base = (name.split('/').at(-1) ?? '').replace(/\.(?:txt|zip)$/i, '').replace(/\s*\(\d+\)$/, '');
  for (const form of partnerForms) {
    const found = form.exec(base)?.[1]?.trim();
    if (found) return found;
  }
  return null;
}
