/**
 * Stands in for fontkit's Brotli, which unpacks WOFF2: 100 kB of a Worker's bundle that papers do not need, since their
 * fonts are WOFF (`src/pages/paper/paper-fonts.ts`). wrangler.toml puts it in place.
 */
export default function decompress(): never {
  throw new Error('WOFF2 is not read on Workers: hand pdfkit a WOFF or TTF font.');
}
