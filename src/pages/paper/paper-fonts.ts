import type { ReadAsset } from '../assets.ts';

/** The house's type for paper: WOFF, because unpacking the pages' WOFF2 would cost a Worker 100 kB of Brotli. */
export interface PaperFonts {
  regular: Uint8Array;
  bold: Uint8Array;
  regularExtended: Uint8Array;
  boldExtended: Uint8Array;
}

/** Reads the fonts at the first wish and keeps them; a failed reading is tried again at the next. */
export function openPaperFonts(read: ReadAsset): () => Promise<PaperFonts> {
  let loaded: Promise<PaperFonts> | undefined;
  return () => {
    loaded ??= loadFonts(read).catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

async function loadFonts(read: ReadAsset): Promise<PaperFonts> {
  const file = (subset: string, weight: number) => read(`fonts/titillium-web-${subset}-${weight}-normal.woff`);
  const [regular, bold, regularExtended, boldExtended] = await Promise.all([
    file('latin', 400),
    file('latin', 700),
    file('latin-ext', 400),
    file('latin-ext', 700),
  ]);
  return { regular, bold, regularExtended, boldExtended };
}
