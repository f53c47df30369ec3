import type { RefObject } from 'react';

/**
 * Where the focus goes when a popup closes: to what `find` gives, else to what opened it. It stays where it is when
 * it has left the popup already, such as for a window that was opened while this one was on its way out.
 */
export const unlessElsewhere =
  (popup: RefObject<HTMLElement | null>, find: () => HTMLElement | null) => (): HTMLElement | boolean => {
    const { activeElement: focused, body } = document;
    const inside = !focused || focused === body || popup.current?.contains(focused);
    return inside ? (find() ?? true) : false;
  };
