/** Where the asset build puts what the world draws, and how it is fetched. */
const BASE = '/generated/';
export const generatedUrl = (file: string): string => BASE + file;

/** A dropped connection is tried again so often, with these pauses in milliseconds. */
const PAUSES = [300, 1200];

/** An image ready to be drawn without a hitch. @throws Error when it cannot be had after the last try. */
export async function fetchImage(url: string): Promise<HTMLImageElement> {
  return patiently(async () => {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  });
}

/** JSON of our own build, of the shape the caller knows. @throws Error when it cannot be had after the last try. */
export async function fetchJson<T>(url: string): Promise<T> {
  return patiently(async () => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return (await response.json()) as T;
  });
}

async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await attempt();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return attempt();
}
