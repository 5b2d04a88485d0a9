import { fetchAhead } from './textures/generated.ts';

type AtlasFile = { readonly first: number; readonly textures: readonly { readonly image: string }[] };

/** Fetches what the world draws one's own garden with, while the title is read. Failures are left to whoever asks for the file later. */
export async function fetchWorldAhead(): Promise<void> {
  for (const file of ['ground/ground.json', 'avatars/avatars.json', 'ground/homestead.webp']) void fetchAhead(file);
  try {
    const { first, textures } = JSON.parse(await (await fetchAhead('atlas/world.json')).text()) as AtlasFile;
    for (const { image } of textures.slice(0, first)) void fetchAhead(`atlas/${image}`);
  } catch {
    // asked for again when it is needed
  }
}
