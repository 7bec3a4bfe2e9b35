/** What happened, and what to do next: in words that can be said across a table. */
export interface Sentence {
  readonly what: string;
  readonly next: string;
}

export const say = (what: string, next: string): Sentence => ({ what, next });
