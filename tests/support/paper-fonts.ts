import regular from '../../src/pages/assets/fonts/titillium-web-latin-400-normal.woff?inline';
import bold from '../../src/pages/assets/fonts/titillium-web-latin-700-normal.woff?inline';
import regularExtended from '../../src/pages/assets/fonts/titillium-web-latin-ext-400-normal.woff?inline';
import boldExtended from '../../src/pages/assets/fonts/titillium-web-latin-ext-700-normal.woff?inline';

const bytes = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());

/** The fonts of papers, bundled into the test, so that it also runs where there is no disk. */
export const paperFonts = async () => ({
  regular: await bytes(regular),
  bold: await bytes(bold),
  regularExtended: await bytes(regularExtended),
  boldExtended: await bytes(boldExtended),
});
