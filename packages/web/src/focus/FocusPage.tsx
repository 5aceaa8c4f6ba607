export function FocusPage() {
  return <h1>Focus</h1>;
}
