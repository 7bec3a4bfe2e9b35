/** What the build writes into the pages: which face is built, and with what. There is no other `process` here. */
declare const process: {
  readonly env: { readonly TARO_ENV: 'weapp' | 'h5'; readonly NODE_ENV: string; readonly PAGES?: string };
};
/** Only for a style sheet that one face alone needs. */
declare function require(styleSheet: `./${string}.scss`): void;
