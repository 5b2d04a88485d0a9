import { fetchAhead } from './textures/generated.ts';

type AtlasFile = { readonly textures: readonly { readonly image: string }[] };

/** Browsers keep six connections to a server: some stay free for what a press on the title asks. */
const AT_ONCE = 3;

/**
 * Fetches what the world draws one's own garden with, while the title is read. Failures are left to whoever asks for the file later.
 */
export async function fetchWorldAhead(): Promise<void> {
  try {
    const lists = ['atlas/world.json', 'ground/ground.json', 'avatars/avatars.json'].map(fetchAhead);
    const [atlas] = await Promise.all(lists);
    const { textures } = JSON.parse((await atlas?.text()) ?? '') as AtlasFile;
    const files = ['ground/homestead.webp', ...textures.map(({ image }) => `atlas/${image}`)];
    const next = async (): Promise<void> => {
      for (let file = files.shift(); file !== undefined; file = files.shift()) await fetchAhead(file);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  } catch {
    // asked for again when it is needed
  }
}
