import type { Textures } from 'phaser';
import type { Rect } from '../space/iso.ts';
import { fetchJson, generatedUrl } from './generated.ts';
import { asSource, decodeAhead, type GlPicture, type GlPictures, setUpright } from './gl-pictures.ts';

/** Key of the atlas with everything that is not a person or the ground. */
export const ATLAS = 'world';
/** Sprites are drawn at twice the world's size. */
export const ATLAS_SCALE = 0.5;

type AtlasPage = { readonly image: string; readonly size: { readonly w: number; readonly h: number } };
/** The first `first` pages hold what one's own garden shows on the first day. */
type AtlasJson = { readonly first: number; readonly textures: readonly AtlasPage[] };
type GroundJson = Readonly<
  Record<
    string,
    {
      readonly image: string;
      readonly width: number;
      readonly height: number;
      readonly scale: number;
      readonly pivot: { readonly x: number; readonly y: number };
    }
  >
>;
/** A place's painted ground: its texture and the world rectangle it covers. */
export type Ground = { readonly key: string; readonly rect: Rect };

export type WorldLists = { readonly atlas: AtlasJson; readonly grounds: GroundJson };

/** Reads what there is, and begins to decode what one's own garden shows first. @throws Error when a list cannot be had. */
export async function readWorldLists(): Promise<WorldLists> {
  const [atlas, grounds] = await Promise.all([
    fetchJson<AtlasJson>(generatedUrl('atlas/world.json')),
    fetchJson<GroundJson>(generatedUrl('ground/ground.json')),
  ]);
  for (const { image } of atlas.textures.slice(0, atlas.first)) decodeAhead(generatedUrl(`atlas/${image}`));
  if (grounds.homestead !== undefined) decodeAhead(generatedUrl(`ground/${grounds.homestead.image}`));
  return { atlas, grounds };
}

/** Loads what the build baked and keeps it for as long as the game lives: two places share one atlas. */
export class WorldTextures {
  readonly #textures: Textures.TextureManager;
  readonly #pictures: GlPictures;
  #grounds: GroundJson = {};
  #rest: { readonly page: AtlasPage; readonly picture: GlPicture }[] = [];
  #whole: Promise<void> | null = null;
  readonly #loading = new Map<string, Promise<Ground>>();

  constructor(textures: Textures.TextureManager, pictures: GlPictures) {
    this.#textures = textures;
    this.#pictures = pictures;
  }

  /** The atlas' first pages and the list of grounds; other frames show nothing yet. @throws Error when something cannot be loaded. */
  async loadAtlas(lists: Promise<WorldLists>): Promise<void> {
    const { atlas, grounds } = await lists;
    const pages = await Promise.all(
      atlas.textures.map((page, i) => (i < atlas.first ? this.#page(page) : this.#later(page))),
    );
    this.#grounds = grounds;
    const texture = this.#textures.addAtlasJSONArray(ATLAS, pages.map(asSource), [...atlas.textures]);
    if (texture !== null) setUpright(texture);
  }

  /** Brings the atlas' other pages, one after another. @throws Error when one cannot be loaded: the next call tries again. */
  whole(): Promise<void> {
    this.#whole ??= this.#fillRest();
    this.#whole.catch(() => {
      this.#whole = null;
    });
    return this.#whole;
  }

  /** @throws Error when the build knows no ground of that name or it cannot be loaded. */
  ground(place: string): Promise<Ground> {
    const known = this.#loading.get(place);
    if (known !== undefined) return known;
    const loading = this.#loadGround(place);
    this.#loading.set(place, loading);
    // A failure is not kept: the next visit tries again.
    loading.catch(() => this.#loading.delete(place));
    return loading;
  }

  has(frame: string): boolean {
    return this.#textures.get(ATLAS).has(frame);
  }

  #page({ image }: AtlasPage): Promise<GlPicture> {
    return this.#pictures.load(generatedUrl(`atlas/${image}`), true);
  }

  #later(page: AtlasPage): GlPicture {
    const picture = this.#pictures.empty(page.size.w, page.size.h);
    this.#rest.push({ page, picture });
    return picture;
  }

  async #fillRest(): Promise<void> {
    for (let next = this.#rest[0]; next !== undefined; next = this.#rest[0]) {
      await this.#pictures.fill(next.picture, generatedUrl(`atlas/${next.page.image}`));
      this.#rest.shift();
    }
  }

  async #loadGround(place: string): Promise<Ground> {
    const facts = this.#grounds[place];
    if (facts === undefined) throw new Error(`no ground for ${place}`);
    const key = `ground-${place}`;
    const texture = this.#textures.addImage(
      key,
      asSource(await this.#pictures.load(generatedUrl(`ground/${facts.image}`))),
    );
    if (texture !== null) setUpright(texture);
    const { scale, pivot, width, height } = facts;
    return { key, rect: { x: -pivot.x / scale, y: -pivot.y / scale, width: width / scale, height: height / scale } };
  }
}
