/**
 * What an item's evidence asks of whoever awards it. Signing in at an activity is shown by the list itself; anything else
 * (a few words, a signature, a photo that somebody keeps) is told in words: by whom it was seen, where it lies.
 */
export const asksForWords = (evidence: string): boolean =>
  evidence.trim() !== '' && !/^[^，。；、,;或]*签到(表|记录)?$/.test(evidence.trim());
