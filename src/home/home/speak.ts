/** Only browsers can read aloud by themselves; WeChat has the phone's own reader, which the labels serve. */
export function canSpeak(): boolean {
  return process.env.TARO_ENV === 'h5' && 'speechSynthesis' in window;
}

export function speak(words: string): void {
  const spoken = new SpeechSynthesisUtterance(words);
  spoken.lang = 'zh-CN';
  spoken.rate = 0.85;
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(spoken);
}
