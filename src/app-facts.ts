import { useEffect } from 'react';
import { createStore } from './app-store';

/** Who sits at the screen, as far as the frame of a page must know it. */
export interface Viewer {
  name: string;
  /** Where they belong, in words: 浏河社区. */
  place: string;
}

export interface AppFacts {
  /** True only when the server says so: then every screen tells that its people are made up. */
  demo: boolean;
  online: boolean;
  /** The path of the page whose file is on its way, on the web. */
  opening: string | undefined;
  /** Staff scans that wait on this device for the network. */
  queued: number;
  viewer: Viewer | undefined;
  /** Keys of the side menu's entries that this viewer may use; undefined shows them all. */
  allowed: readonly string[] | undefined;
  /** What waits, by key of the side menu's entry. */
  waiting: Readonly<Record<string, number>>;
}

const facts = createStore<AppFacts>({
  demo: false,
  online: true,
  opening: undefined,
  queued: 0,
  viewer: undefined,
  allowed: undefined,
  waiting: {},
});

export const useAppFacts = facts.use;

/** Called by whoever learns a fact: the session, the network, the offline queue. */
export const noteAppFacts = facts.change;

/** Tells the frame how much waits behind an entry of the side menu, as soon as that is known. */
export function useNoteWaiting(key: string, count: number | undefined): void {
  useEffect(() => {
    const { waiting } = facts.read();
    if (count !== undefined && waiting[key] !== count) facts.change({ waiting: { ...waiting, [key]: count } });
  }, [key, count]);
}
