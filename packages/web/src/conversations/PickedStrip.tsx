/** What can be done with the rows picked with X: read them one after the other, or hand their addresses on. */
import { Button } from '../design/Button.tsx';
import { useToast } from '../design/Toast.tsx';

export function PickedStrip({
  picked,
  onRead,
  onClear,
}: {
  picked: readonly string[];
  onRead: () => void;
  onClear: () => void;
}) {
  const toast = useToast();
  const copy = async () => {
    const addresses = picked.map((id) => new URL(`/conversations/${encodeURIComponent(id)}`, location.href).href);
    try {
      await navigator.clipboard.writeText(addresses.join('\n'));
      toast({ text: `${picked.length} ${picked.length === 1 ? 'address is' : 'addresses are'} in the clipboard.` });
    } catch {
      toast({ text: 'This browser keeps the clipboard closed here. The address of this page holds the selection.' });
    }
  };
  return (
    <section className="picked-strip" aria-label="Selected conversations">
      <b>{picked.length} selected</b>
      <Button size="small" kind="primary" onClick={onRead}>
        Read them one by one
      </Button>
      <Button size="small" onClick={() => void copy()}>
        Copy their addresses
      </Button>
      <Button size="small" kind="quiet" onClick={onClear}>
        Let go
      </Button>
    </section>
  );
}
