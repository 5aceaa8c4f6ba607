/** The keys 1 to 3 begin the things to do next that a page offers, in their order. */
import { useNavigate } from '@tanstack/react-router';
import { useKeys } from './KeyProvider.tsx';

const keys = ['action-1', 'action-2', 'action-3'] as const;

interface Begun {
  go: { path: string; params?: Record<string, string>; search?: Record<string, string> };
}

export function useActionKeys(actions: readonly Begun[]): void {
  const navigate = useNavigate();
  const begin = ({ go }: Begun) => void navigate({ to: go.path, params: go.params ?? {}, search: go.search ?? {} });
  useKeys(
    Object.fromEntries(
      keys.flatMap((key, place) => {
        const action = actions[place];
        return action === undefined ? [] : [[key, () => begin(action)]];
      }),
    ),
  );
}
