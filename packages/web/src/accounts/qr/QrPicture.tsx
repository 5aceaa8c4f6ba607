/** A QR code as one path: dark on light in both themes, because cameras expect it so. */
import { encodeQr } from './encode-qr.ts';
import './QrPicture.css';

const quietModules = 4;

export function QrPicture({ text, name }: { text: string; name: string }) {
  const rows = encodeQr(text);
  const side = rows.length + 2 * quietModules;
  const path = rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x + quietModules} ${y + quietModules}h1v1h-1z` : [])))
    .join('');
  return (
    <svg className="qr-picture" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={name}>
      <rect width={side} height={side} />
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
