import type { FrameDriver } from './loop/frame-driver.ts';
import type { AvatarSheets } from './textures/avatar-sheets.ts';
import type { LabelSheet } from './textures/label-sheet.ts';
import type { WorldTextures } from './textures/world-textures.ts';

/** What outlives a scene: made once by `startWorld`, handed to every scene. */
export type WorldContext = {
  readonly driver: FrameDriver;
  readonly textures: WorldTextures;
  readonly people: AvatarSheets;
  readonly labels: LabelSheet;
  /** Device pixels a CSS pixel in the canvas, at most 2. */
  readonly pixelRatio: number;
};
