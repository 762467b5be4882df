// An SVG as a PNG, drawn by the browser itself. The picture comes from this page and goes nowhere else.
import type { Picture } from './picture';

/** How many pixels there are to one of the picture: what is printed is looked at closely. */
export const PNG_SCALE = 2;

export type PngMade =
  | { readonly kind: 'made'; readonly blob: Blob }
  /** So large that this browser does not draw it. */
  | { readonly kind: 'too-large'; readonly width: number; readonly height: number }
  /** The browser does not let a page draw pictures and read them again, or did not read this one. */
  | { readonly kind: 'not-drawn' };

export async function pngOf({ svg, width, height }: Picture): Promise<PngMade> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * PNG_SCALE;
    canvas.height = height * PNG_SCALE;
    const context = canvas.getContext('2d');
    if (context === null) return { kind: 'not-drawn' };
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    return blob === null ? { kind: 'too-large', width: canvas.width, height: canvas.height } : { kind: 'made', blob };
  } catch {
    return { kind: 'not-drawn' };
  } finally {
    URL.revokeObjectURL(url);
  }
}
