/** @jest-environment jsdom */
import { copyText } from '../../src/device/copy-text';

describe('what is copied', () => {
  const copied: string[] = [];
  const clipboard = (writeText: ((text: string) => Promise<void>) | undefined) =>
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: writeText && { writeText } });
  const selecting = (isLet: boolean) =>
    Object.assign(document, {
      execCommand: () => {
        if (isLet) copied.push((document.activeElement as HTMLTextAreaElement).value);
        return isLet;
      },
    });
  beforeEach(() => void copied.splice(0));

  it('goes into the clipboard, and stays neither in the storage nor on the page', async () => {
    clipboard(async (text) => void copied.push(text));
    expect(await copyText('KF7 3Q2')).toBe(true);
    expect(copied).toEqual(['KF7 3Q2']);
    expect([localStorage.length, document.body.innerHTML]).toEqual([0, '']);
  });

  it('is selected where a browser has no clipboard for pages, or keeps it shut', async () => {
    selecting(true);
    clipboard(undefined);
    expect(await copyText('849 339 5987')).toBe(true);
    clipboard(() => Promise.reject(new Error('NotAllowedError')));
    expect(await copyText('849 339 5987')).toBe(true);
    expect(copied).toEqual(['849 339 5987', '849 339 5987']);
    expect([localStorage.length, document.body.innerHTML]).toEqual([0, '']);
  });

  it('is not said to be copied where the device lets nobody', async () => {
    selecting(false);
    clipboard(undefined);
    expect(await copyText('KF7 3Q2')).toBe(false);
  });
});
