import { useSyncExternalStore } from 'react';

const phone = '(max-width: 699px)';

/** True under 700 pixels, where rows become cards. */
export const useIsPhone = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      const media = window.matchMedia(phone);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => window.matchMedia(phone).matches,
  );
