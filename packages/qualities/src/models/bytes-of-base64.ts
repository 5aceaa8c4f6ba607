/** A loop, because `Uint8Array.from(text, …)` takes ten times as long for megabytes. */
export const bytesOfBase64 = (base64: string): Uint8Array => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
};
