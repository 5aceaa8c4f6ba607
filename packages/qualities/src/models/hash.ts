/** Numbers that stand for features: 32-bit hashes, so that no dictionary has to travel with the weights. */

/** FNV-1a over UTF-16 units. */
export const hashText = (text: string, seed = 0x811c9dc5): number => {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
};

/** Order matters: (a, b) and (b, a) are different pairs. Finaliser of MurmurHash3. */
export const mixHashes = (one: number, other: number): number => {
  let hash = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};
