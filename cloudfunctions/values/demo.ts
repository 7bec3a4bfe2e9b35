/** On every answer where all people are made up: a page says so also to somebody who has not signed in. */
export const DEMO_HEADER = 'x-demo';
