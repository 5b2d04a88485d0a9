/** Chunks of the first place, as the build names them in the page (vite/title-first.ts); none in development. */
const named = (): readonly string[] => {
  const content = document.querySelector<HTMLMetaElement>('meta[name="after-title"]')?.content ?? '';
  return content.split(' ').filter((path) => path !== '');
};

/** Fetches them behind everything else, and runs nothing of them. */
export function fetchLaterChunks(): void {
  for (const href of named()) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', crossOrigin: '', fetchPriority: 'low', href });
    document.head.append(link);
  }
}
