/** On WeChat a file comes from a chat and is read by WeChat. */
export const readBrowserFile = () => Promise.resolve('unreadable' as const);
