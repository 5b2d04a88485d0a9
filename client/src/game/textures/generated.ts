/** Where the asset build puts what the world draws, and how it is fetched. */
const BASE = '/generated/';
export const generatedUrl = (file: string): string => BASE + file;

/** A dropped connection is tried again so often, with these pauses in milliseconds. */
const PAUSES = [300, 1200];

/** A file as it is. @throws Error when it cannot be had after the last try. */
export async function fetchBlob(url: string): Promise<Blob> {
  return patiently(async () => (await fetchOk(url)).blob());
}

/** JSON of our own build, of the shape the caller knows. @throws Error when it cannot be had after the last try. */
export async function fetchJson<T>(url: string): Promise<T> {
  return patiently(async () => (await (await fetchOk(url)).json()) as T);
}

async function fetchOk(url: string): Promise<Response> {
  const response = await fetch(url);
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
