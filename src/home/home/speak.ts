export const canSpeak = () => 'speechSynthesis' in window;

export function speak(words: string): void {
  const spoken = new SpeechSynthesisUtterance(words);
  spoken.lang = 'zh-CN';
  spoken.rate = 0.85;
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(spoken);
}
