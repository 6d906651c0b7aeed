/** What a Worker reads instead of a disk; `build-assets.ts` lays the folder out, wrangler uploads it. */
export interface AssetsBinding {
  fetch(request: Request): Promise<Response>;
}

export type AssetReader = (path: string) => Promise<Uint8Array>;

/** Reads a file of the assets folder by its path, e.g. `pages/favicon.svg` or `scoring/weights.json`. */
export function assetReader(assets: AssetsBinding): AssetReader {
  return async (path) => {
    const answer = await assets.fetch(new Request(`https://assets.invalid/${path}`));
    if (!answer.ok) throw new Error(`the asset ${path} is missing (${answer.status}): run npm run build:workers`);
    return new Uint8Array(await answer.arrayBuffer());
  };
}

export async function readJsonAsset(read: AssetReader, path: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await read(path)));
}
