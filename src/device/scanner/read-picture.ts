const LONGEST_SIDE = 1_200; // enough for a code that fills a quarter of the picture, and quick on an old phone

/** A file of its own, which may not come over a poor network. */
export const loadDecoder = () => import('jsqr');

/** Reads the QR code in an image or a video frame; only the web loads the decoder, WeChat scans by itself. */
async function decode(image: CanvasImageSource, width: number, height: number): Promise<string | null> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { default: jsQr } = await loadDecoder();
  return jsQr(data, canvas.width, canvas.height)?.data ?? null;
}

export async function readFile(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  return decode(bitmap, bitmap.width, bitmap.height).finally(() => bitmap.close());
}

export const readFrame = (video: HTMLVideoElement) =>
  video.videoWidth > 0 ? decode(video, video.videoWidth, video.videoHeight) : Promise.resolve(null);
