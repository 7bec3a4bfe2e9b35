/**
 * The look's single source. `tokens.scss` is printed from this file (`config/print-tokens.ts`); a test holds the two together
 * and computes every contrast from these values.
 */
export const modes = ['light', 'dark', 'large', 'large-dark'] as const;
export type Mode = (typeof modes)[number];

const light = {
  ground: '#F6F4EE',
  card: '#FFFFFF',
  sunk: '#EEEBE2',
  line: '#E2DED3',
  edge: '#868C84',
  ink: '#1B2520',
  'ink-2': '#4B5750',
  'ink-3': '#5F6963',
  jade: '#0B6E4F',
  'jade-deep': '#074D38',
  'jade-text': '#0B6E4F',
  'jade-soft': '#E3EFE9',
  'jade-line': '#A9CFBE',
  'on-jade': '#FFFFFF',
  'on-jade-2': '#D9EDE4',
  ring: '#2B8265',
  'ring-paper': '#CFE2D8',
  'ring-new': '#E9C46A',
  gold: '#B27C16',
  'gold-text': '#77500B',
  'gold-soft': '#FAF0DA',
  danger: '#B3261E',
  'danger-soft': '#FBEBE8',
  strip: '#2B3530',
  'on-strip': '#FFFFFF',
};
export type Colour = keyof typeof light;
export type Palette = Readonly<Record<Colour, string>>;

const dark: Partial<Palette> = {
  ground: '#101613',
  card: '#19221D',
  sunk: '#222D27',
  line: '#2B3731',
  edge: '#7C8A82',
  ink: '#E9EFEB',
  'ink-2': '#B4C0B9',
  'ink-3': '#9AA8A0',
  jade: '#0F6B50',
  'jade-deep': '#0A3F2F',
  'jade-text': '#76CFAA',
  'jade-soft': '#17332A',
  'jade-line': '#2C5F4D',
  ring: '#2E8C6D',
  'ring-paper': '#20392F',
  gold: '#D9A441',
  'gold-text': '#E8C27A',
  'gold-soft': '#33290F',
  danger: '#F2998F',
  'danger-soft': '#3A1D1A',
  strip: '#34413A',
};

/** Large type darkens the second and third ink (or lightens them in the dark): bigger words alone are not easier words. */
export const colourOverrides: Readonly<Record<Mode, Partial<Palette>>> = {
  light,
  dark,
  large: { 'ink-2': '#3A453F', 'ink-3': '#46514B' },
  'large-dark': { 'ink-2': '#CBD5CF', 'ink-3': '#B9C5BE' },
};

export const palettes: Readonly<Record<Mode, Palette>> = {
  light,
  dark: { ...light, ...dark },
  large: { ...light, ...colourOverrides.large },
  'large-dark': { ...light, ...dark, ...colourOverrides['large-dark'] },
};

/** Colours that no theme may change: a QR code needs white paper in the dark, too. */
export const paper = {
  'paper-white': '#FFFFFF',
  'paper-ink': '#1B2520',
  'paper-ink-3': '#5F6963',
} as const;

/** Sizes in px (rpx by halves on WeChat): [normal, large]. */
export const sizes = {
  't-cap': [13, 18],
  'l-cap': [18, 26],
  't-sub': [15, 20],
  'l-sub': [22, 29],
  't-body': [17, 22],
  'l-body': [26, 32],
  't-title': [20, 26],
  'l-title': [28, 36],
  't-head': [24, 30],
  'l-head': [32, 40],
  'n-s': [20, 26],
  'n-m': [28, 36],
  'n-l': [44, 56],
  'n-hero': [68, 92],
  tap: [44, 60],
  button: [52, 64],
} as const satisfies Record<string, readonly [number, number]>;

export const plain = {
  font: '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  mono: 'ui-monospace, "SF Mono", "Noto Sans Mono CJK SC", monospace',
  'w-text': '400',
  'w-strong': '500',
  'w-head': '700',
  's-1': '4px',
  's-2': '8px',
  's-3': '12px',
  's-4': '16px',
  's-5': '20px',
  's-6': '24px',
  's-8': '32px',
  's-10': '40px',
  's-12': '48px',
  page: '20px',
  'r-s': '6px',
  r: '12px',
  'r-full': '999px',
  ease: 'cubic-bezier(.2, .7, .2, 1)',
} as const;

export const motionMs = {
  'm-press': 120,
  'm-move': 240,
  'm-grow': 900,
} as const;

/** One shadow and one veil for each ground. */
export const depth = {
  light: {
    shadow: '0 1px 2px rgba(27, 37, 32, .05), 0 8px 24px rgba(27, 37, 32, .07)',
    veil: 'rgba(20, 28, 24, .52)',
  },
  dark: {
    shadow: '0 0 0 1px rgba(255, 255, 255, .04), 0 8px 24px rgba(0, 0, 0, .32)',
    veil: 'rgba(0, 0, 0, .62)',
  },
} as const;
