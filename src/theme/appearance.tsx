import { type PropsWithChildren, useEffect } from 'react';
import { createStore } from '../app-store';
import { keptByDevice } from '../device/kept';
import { readSystemDark, readSystemLarge, watchSystemDark } from './platform';
import { type Mode, type Palette, palettes } from './tokens';

export type ThemeChoice = 'light' | 'dark' | 'follow';

interface StoredAppearance {
  theme: ThemeChoice;
  large: boolean;
  /** Whether 关怀模式 has been offered and answered on this device. */
  asked: boolean;
}
interface State extends StoredAppearance {
  systemDark: boolean;
}

const choices: readonly unknown[] = ['light', 'dark', 'follow'];

const chosen = keptByDevice<StoredAppearance>('appearance', (stored) => {
  const kept: Partial<StoredAppearance> = Object(stored);
  return {
    theme: choices.includes(kept.theme) ? (kept.theme as ThemeChoice) : 'follow',
    large: kept.large === true,
    asked: kept.asked === true,
  };
});
const NOTHING_CHOSEN: StoredAppearance = { theme: 'follow', large: false, asked: false };

const store = createStore<State>({ ...(chosen.read() ?? NOTHING_CHOSEN), systemDark: readSystemDark() });

function keep(patch: Partial<StoredAppearance>): void {
  store.change(patch);
  const { theme, large, asked } = store.read();
  chosen.keep({ theme, large, asked });
}

const isDark = (state: State) => (state.theme === 'follow' ? state.systemDark : state.theme === 'dark');

/** The classes that every tree's root view carries. */
const classOf = (state: State) => `${isDark(state) ? 'theme-dark' : 'theme-light'}${state.large ? ' type-large' : ''}`;

function modeOf(state: State): Mode {
  if (isDark(state)) return state.large ? 'large-dark' : 'dark';
  return state.large ? 'large' : 'light';
}

export interface Appearance {
  theme: ThemeChoice;
  dark: boolean;
  large: boolean;
  mode: Mode;
  /** Colours as values, for what a style sheet cannot reach: a native bar, a picture drawn in code. */
  palette: Palette;
  rootClass: string;
  /** True until the person has answered once: the first screen then offers 关怀模式. */
  offerLarge: boolean;
  /** Whether WeChat's own words are already large, so that the offer can say so. */
  systemLarge: boolean;
  setTheme(theme: ThemeChoice): void;
  /** Also counts as the answer to the offer. */
  setLarge(large: boolean): void;
}

export function useAppearance(): Appearance {
  const state = store.use();
  return {
    theme: state.theme,
    dark: isDark(state),
    large: state.large,
    mode: modeOf(state),
    palette: palettes[modeOf(state)],
    rootClass: classOf(state),
    offerLarge: !state.asked,
    systemLarge: readSystemLarge(),
    setTheme: (theme) => keep({ theme }),
    setLarge: (large) => keep({ large, asked: true }),
  };
}

/** On the web the document element carries the classes too, so that what is behind a page has its colour. */
function paintDocument(): void {
  if (process.env.TARO_ENV === 'h5') document.documentElement.className = classOf(store.read());
}

paintDocument();

/** Stands once, in the app: listens to the system and keeps the document in step. */
export function AppearanceProvider({ children }: PropsWithChildren) {
  useEffect(() => {
    watchSystemDark((systemDark) => store.change({ systemDark }));
    return store.subscribe(paintDocument);
  }, []);
  return <>{children}</>;
}
