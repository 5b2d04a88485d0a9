/** Where the asset build puts what the world draws, and how it is fetched. */
const BASE = '/generated/';
export const generatedUrl = (file: string): string => BASE + file;

/** A dropped connection is tried again so often, with these pauses in milliseconds. */
const PAUSES = [300, 1200];

const ahead = new Map<string, Promise<Blob>>();

/** Begins to fetch a file that will be asked for; whoever asks first gets it, whenever it comes. */
export function fetchAhead(file: string): Promise<Blob> {
  const url = generatedUrl(file);
  const coming = fetchOk(url, { priority: 'low' }).then((response) => response.blob());
  ahead.set(url, coming);
  // Told to whoever takes it.
  coming.catch(() => undefined);
  return coming;
}

/** What was fetched ahead, once: after a failure the next attempt asks the network. */
function taken(url: string): Promise<Blob> | undefined {
  const coming = ahead.get(url);
  ahead.delete(url);
  return coming;
}

/** A file as it is. @throws Error when it cannot be had after the last try. */
export async function fetchBlob(url: string): Promise<Blob> {
  return patiently(async () => (await taken(url)) ?? (await fetchOk(url)).blob());
}

/** JSON of our own build, of the shape the caller knows. @throws Error when it cannot be had after the last try. */
export async function fetchJson<T>(url: string): Promise<T> {
  return JSON.parse(await (await fetchBlob(url)).text()) as T;
}

async function fetchOk(url: string, how: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, how);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
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
