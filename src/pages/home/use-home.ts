import type { HomeState } from './home-view';

/** Where home's content comes from. */
export function useHome(): HomeState {
  return { kind: 'loading' };
}
