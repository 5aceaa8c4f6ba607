/** A key, as printed on it. */
import './Kbd.css';

export function Kbd({ children }: { children: string }) {
  return <kbd className="kbd">{children}</kbd>;
}
