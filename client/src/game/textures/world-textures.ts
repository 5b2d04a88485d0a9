import type { Textures } from 'phaser';
import type { Rect } from '../space/iso.ts';
import { fetchJson, generatedUrl } from './generated.ts';
import { asSource, type GlPictures } from './gl-pictures.ts';

/** Key of the atlas with everything that is not a person or the ground. */
export const ATLAS = 'world';
/** Sprites are drawn at twice the world's size. */
export const ATLAS_SCALE = 0.5;

type AtlasJson = { readonly textures: readonly { readonly image: string }[] };
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

/** Loads what the build baked and keeps it for as long as the game lives: two places share one atlas. */
export class WorldTextures {
  readonly #textures: Textures.TextureManager;
  readonly #pictures: GlPictures;
  #grounds: GroundJson = {};
  readonly #loading = new Map<string, Promise<Ground>>();

  constructor(textures: Textures.TextureManager, pictures: GlPictures) {
    this.#textures = textures;
    this.#pictures = pictures;
  }

  /** The atlas and the list of grounds. @throws Error when something cannot be loaded. */
  async loadAtlas(): Promise<void> {
    const [atlas, grounds] = await Promise.all([
      fetchJson<AtlasJson>(generatedUrl('atlas/world.json')),
      fetchJson<GroundJson>(generatedUrl('ground/ground.json')),
    ]);
    const pages = await Promise.all(
      atlas.textures.map(({ image }) => this.#pictures.load(generatedUrl(`atlas/${image}`), true)),
    );
    this.#grounds = grounds;
    this.#textures.addAtlasJSONArray(ATLAS, pages.map(asSource), [...atlas.textures]);
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

  async #loadGround(place: string): Promise<Ground> {
    const facts = this.#grounds[place];
    if (facts === undefined) throw new Error(`no ground for ${place}`);
    const key = `ground-${place}`;
    this.#textures.addImage(key, asSource(await this.#pictures.load(generatedUrl(`ground/${facts.image}`))));
    const { scale, pivot, width, height } = facts;
    return { key, rect: { x: -pivot.x / scale, y: -pivot.y / scale, width: width / scale, height: height / scale } };
  }
}
