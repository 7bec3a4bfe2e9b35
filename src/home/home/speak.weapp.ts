/** Only browsers read aloud by themselves; WeChat has the phone's own reader, which the labels serve. */
export const canSpeak = () => false;
export const speak = () => undefined;
