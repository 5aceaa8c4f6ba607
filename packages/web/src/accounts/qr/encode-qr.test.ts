import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeQr, encodeWithMask } from './encode-qr.ts';

const rowsOf = (dark: readonly boolean[][]) => dark.map((row) => row.map(Number).join(''));
const address =
  'otpauth://totp/Rapport:olga%40example.org?secret=KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLUKRSXG5CT&issuer=Rapport&digits=6&period=30';

/**
 * SHA-256 of the rows as 0 and 1, a line each, made with qrcode 1.5.4:
 * create([{ data: Buffer.from(text), mode: 'byte' }], { errorCorrectionLevel: 'M', maskPattern: mask }).modules
 */
const references = [
  ['Rapport', 0, 21, 'a238cc0fa49ff2bfdb9390383b7525f103cd1c565fb00ff29d1a4fc49e237eec'],
  [address, 3, 49, '4929e633549e2cf10aa73047cd31ca07a206e097f711f74c23e9ed469fb7bd5f'],
  ['größer '.repeat(40), 6, 73, '7a30f7a649b6479b22b9637ee6ee472e3071a52ecea5f40c6be09b43a3072cb8'],
  ['x'.repeat(660), 7, 97, '619fe04bf57e9715809b6145927a9e02806684431d087e612cfed268c9582070'],
] as const;

describe('a QR code', () => {
  it.each(references)('of %s with mask %i is, module by module, that of another maker', (text, mask, size, digest) => {
    const dark = encodeWithMask(text, mask);
    expect(dark).toHaveLength(size);
    expect(createHash('sha256').update(rowsOf(dark).join('\n')).digest('hex')).toBe(digest);
  });

  it('takes one of the eight masks', () => {
    const own = rowsOf(encodeQr(address));
    const all = Array.from({ length: 8 }, (_, mask) => rowsOf(encodeWithMask(address, mask)));
    expect(all).toContainEqual(own);
  });

  it('refuses a text that is too long to be read easily', () => {
    expect(() => encodeQr('x'.repeat(667))).toThrow(RangeError);
  });
});
