import { AVATAR_PRESETS } from '@bloomvale/assets/frames';
import type { Textures } from 'phaser';
import { hashOf } from '../people/stroll.ts';
import { fetchJson, generatedUrl } from './generated.ts';
import { asSource, type GlPictures, setUpright } from './gl-pictures.ts';

/** What `avatars.json` says about all sheets: a grid of equal cells, the same for everyone. */
type SheetFacts = {
  readonly ids: readonly string[];
  readonly frameWidth: number;
  readonly frameHeight: number;
  readonly columns: number;
  readonly anchor: { readonly x: number; readonly y: number };
  readonly frames: Readonly<Record<string, number>>;
};

/** So many people's sheets stay in memory; beyond it those that nobody wears any more go. A village holds 24 players and its villagers. */
const KEPT = 48;

type Sheet = { readonly key: string; users: number; lastUsed: number };

/** The drawn people: one small sheet each, fetched when somebody of that look appears, shared by all who wear it. */
export class AvatarSheets {
  readonly #textures: Textures.TextureManager;
  readonly #pictures: GlPictures;
  #facts: SheetFacts | null = null;
  readonly #sheets = new Map<string, Promise<Sheet>>();
  #clock = 0;

  constructor(textures: Textures.TextureManager, pictures: GlPictures) {
    this.#textures = textures;
    this.#pictures = pictures;
  }

  /** @throws Error when the list of sheets cannot be loaded. */
  async loadFacts(): Promise<void> {
    this.#facts = await fetchJson<SheetFacts>(generatedUrl('avatars/avatars.json'));
  }

  get anchor(): { readonly x: number; readonly y: number } {
    return this.#facts?.anchor ?? { x: 0.5, y: 1 };
  }

  has(id: string): boolean {
    return this.#facts?.ids.includes(id) ?? false;
  }

  /** A look for somebody whose own sheet was not drawn: always the same one for the same name, `turn` for several who differ. */
  substitute(who: string, turn = 0): string {
    const ids = this.#facts?.ids ?? [];
    // Villagers do not look like players, as long as there are others to choose from.
    const others = ids.filter((id) => !(AVATAR_PRESETS as readonly string[]).includes(id));
    const choice = others.length > 0 ? others : ids;
    return choice[(hashOf(who) + turn) % Math.max(1, choice.length)] ?? '';
  }

  /**
   * The texture of a look; unknown looks get a substitute. Must be given back with `release`.
   * @throws Error when the sheet cannot be loaded.
   */
  async acquire(look: string): Promise<string> {
    const id = this.has(look) ? look : this.substitute(look);
    const sheet = await this.#sheetOf(id);
    sheet.users++;
    sheet.lastUsed = ++this.#clock;
    return sheet.key;
  }

  release(key: string): void {
    void this.#sheets.get(key.slice('avatar-'.length))?.then((sheet) => {
      sheet.users = Math.max(0, sheet.users - 1);
      return this.#forgetOldest();
    });
  }

  #sheetOf(id: string): Promise<Sheet> {
    const known = this.#sheets.get(id);
    if (known !== undefined) return known;
    const loading = this.#load(id);
    this.#sheets.set(id, loading);
    loading.catch(() => this.#sheets.delete(id));
    return loading;
  }

  async #load(id: string): Promise<Sheet> {
    const facts = this.#facts;
    if (facts === null) throw new Error('the list of avatar sheets is not loaded');
    const key = `avatar-${id}`;
    const texture = this.#textures.addImage(
      key,
      asSource(await this.#pictures.load(generatedUrl(`avatars/${id}.webp`))),
    );
    if (texture === null) throw new Error(`${key} exists already`);
    for (const [name, index] of Object.entries(facts.frames)) {
      const x = (index % facts.columns) * facts.frameWidth;
      const y = Math.floor(index / facts.columns) * facts.frameHeight;
      texture.add(name, 0, x, y, facts.frameWidth, facts.frameHeight);
    }
    setUpright(texture);
    return { key, users: 0, lastUsed: ++this.#clock };
  }

  async #forgetOldest(): Promise<void> {
    if (this.#sheets.size <= KEPT) return;
    const idle: [string, Sheet][] = [];
    for (const [id, loading] of this.#sheets) {
      const sheet = await loading;
      if (sheet.users === 0) idle.push([id, sheet]);
    }
    idle.sort(([, a], [, b]) => a.lastUsed - b.lastUsed);
    for (const [id, sheet] of idle.slice(0, Math.max(0, this.#sheets.size - KEPT))) {
      if (sheet.users > 0) continue; // somebody put it on while we looked
      this.#sheets.delete(id);
      this.#textures.remove(sheet.key);
    }
  }
}
