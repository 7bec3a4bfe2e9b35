/** What happened, and what to do next: in words that can be said across a table. */
export interface Sentence {
  readonly what: string;
  readonly next: string;
}

export const say = (what: string, next: string): Sentence => ({ what, next });

export const gone = (thing: string) => say(`没有找到${thing}。`, '可能已经被改过或撤下，请返回刷新再看。');
