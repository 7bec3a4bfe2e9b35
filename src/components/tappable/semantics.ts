/** What a reader hears, in the web's words; each face spells them in its own way. */
export interface Semantics {
  role?: string | undefined;
  label?: string | undefined;
  hidden?: boolean | undefined;
  checked?: boolean | 'mixed' | undefined;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  expanded?: boolean | undefined;
  /** 1–6, with role `heading`. */
  level?: number | undefined;
  current?: 'page' | 'date' | 'step' | 'true' | undefined;
  /** The rest of the page is out of reach while it is open. */
  modal?: boolean | undefined;
  /** Changes are read aloud when the reader is free. */
  live?: boolean | undefined;
}

type Attributes = Record<string, string>;

const states = ['hidden', 'checked', 'selected', 'disabled', 'expanded'] as const;

function spellForWeb({ role, label, level, current, live, modal, ...rest }: Semantics): Attributes {
  const spelled: Attributes = {};
  if (role) spelled.role = role;
  if (label) spelled['aria-label'] = label;
  if (level) spelled['aria-level'] = String(level);
  if (current) spelled['aria-current'] = current;
  if (modal) spelled['aria-modal'] = 'true';
  if (live) spelled['aria-live'] = 'polite';
  for (const state of states) if (rest[state] !== undefined) spelled[`aria-${state}`] = String(rest[state]);
  return spelled;
}

function spellForWeChat({ role, label, ...rest }: Semantics): Record<string, string | boolean> {
  const spelled: Record<string, string | boolean> = {};
  if (role) spelled.ariaRole = role;
  if (label) spelled.ariaLabel = label;
  for (const state of states) {
    const value = rest[state];
    if (value !== undefined) spelled[`aria${state[0]?.toUpperCase()}${state.slice(1)}`] = value;
  }
  return spelled;
}

/** Attributes to spread on a View or Text. */
export function describe(semantics: Semantics): Record<string, string | boolean> {
  return process.env.TARO_ENV === 'weapp' ? spellForWeChat(semantics) : spellForWeb(semantics);
}
