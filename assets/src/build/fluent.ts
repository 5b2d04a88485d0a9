import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Fluent Emoji, the flat set (MIT, Microsoft), read from its package: 9 MB of JSON that must never reach the client. */
type IconSet = {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
  readonly aliases?: Readonly<Record<string, { readonly parent: string }>>;
};

const set = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@iconify-json/fluent-emoji-flat/icons.json'), 'utf8'),
) as IconSet;

/** @throws RangeError when Fluent has no such emoji */
function bodyOf(name: string): string {
  const icon = set.icons[name] ?? set.icons[set.aliases?.[name]?.parent ?? ''];
  if (icon === undefined) throw new RangeError(`Fluent Emoji has nothing called ${name}`);
  return icon.body;
}

/** Inline SVG of an emoji, `size` px wide. Its ids carry the emoji's name, so that two different ones can stand in one document. */
export function emoji(name: string, size = 24): string {
  const key = `fe_${name}_`;
  const body = bodyOf(name)
    .replaceAll('id="', `id="${key}`)
    .replaceAll('url(#', `url(#${key}`)
    .replaceAll('href="#', `href="#${key}`);
  return `<svg width="${size}" height="${size}" viewBox="0 0 32 32" aria-hidden="true">${body}</svg>`;
}

/** An emoji as a document of its own. */
export const emojiDocument = (name: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="64" height="64">${bodyOf(name)}</svg>`;
