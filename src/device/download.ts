/** Into the browser's downloads. */
export function download(name: string, content: BlobPart, type: string): boolean {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
  return true;
}
