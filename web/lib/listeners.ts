/** Those who want to hear that something outside of React has changed, as useSyncExternalStore asks for it. */
export type Listeners = {
  /** @returns how to hear no more */
  subscribe(listener: () => void): () => void;
  tell(): void;
};

export function newListeners(): Listeners {
  const all = new Set<() => void>();
  return {
    subscribe: (listener) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell: () => {
      for (const listener of all) listener();
    },
  };
}
