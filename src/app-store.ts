import { useSyncExternalStore } from 'react';

export interface Store<State> {
  read(): State;
  change(patch: Partial<State>): void;
  subscribe(listener: () => void): () => void;
  use(): State;
}

/**
 * State that outlives a page. Not a React context, because WeChat renders the custom tab bar as a tree of its own,
 * which no provider reaches.
 */
export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  const read = () => state;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    read,
    subscribe,
    change(patch) {
      const keys = Object.keys(patch) as (keyof State)[];
      if (keys.every((key) => Object.is(state[key], patch[key]))) return;
      state = { ...state, ...patch };
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, read, read),
  };
}
