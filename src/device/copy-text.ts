/** Where a browser has no clipboard of its own to write to, or does not let a page: what is selected is copied. */
function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.readOnly = true;
  field.value = text;
  field.style.cssText = 'position: fixed; left: -10000px';
  document.body.append(field);
  field.focus({ preventScroll: true });
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}

/**
 * Into the clipboard; false where the device does not let us. Not by Taro: on the web it leaves what was copied in the
 * browser's storage, for whoever sits there next, lays a note over the page, and says yes where nothing was copied.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}
