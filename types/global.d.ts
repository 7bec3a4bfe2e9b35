/// <reference types="@tarojs/taro" />

declare module '*.scss';

/** Where the web face finds the host's actions, without a slash at the end. */
declare const API_BASE: string;
