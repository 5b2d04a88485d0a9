import type { Locale } from '@bloomvale/shared/content/text';
import { z } from 'zod';
import { createSlice } from './slice.ts';

export type Settings = {
  readonly locale: Locale;
  /** Sound is off until asked for. */
  readonly sound: boolean;
  /** 0 to 1. */
  readonly music: number;
  readonly effects: number;
  /** `system` follows prefers-reduced-motion. */
  readonly motion: 'system' | 'reduced' | 'full';
  /** Adds marks where the world says something by colour. */
  readonly marks: boolean;
  /** Single-letter keys (WCAG 2.1.4). */
  readonly shortcuts: boolean;
};

const KEY = 'bloomvale.settings';
const Stored = z
  .object({
    locale: z.enum(['en', 'fr']),
    sound: z.boolean(),
    music: z.number().min(0).max(1),
    effects: z.number().min(0).max(1),
    motion: z.enum(['system', 'reduced', 'full']),
    marks: z.boolean(),
    shortcuts: z.boolean(),
  })
  .partial();

/** First of the browser's languages that the game speaks; English when none is. */
export const localeOf = (languages: readonly string[]): Locale => {
  for (const language of languages) {
    const base = language.toLowerCase().split('-')[0];
    if (base === 'fr' || base === 'en') return base;
  }
  return 'en';
};

export const defaultSettings = (languages: readonly string[]): Settings => ({
  locale: localeOf(languages),
  sound: false,
  music: 0.4,
  effects: 0.8,
  motion: 'system',
  marks: false,
  shortcuts: true,
});

/** What was kept on this device, over the defaults; anything unreadable counts as absent. */
export function parseSettings(raw: string | null, defaults: Settings): Settings {
  if (raw === null) return defaults;
  try {
    const stored = Stored.safeParse(JSON.parse(raw));
    if (!stored.success) return defaults;
    const known = Object.fromEntries(Object.entries(stored.data).filter(([, value]) => value !== undefined));
    return { ...defaults, ...known };
  } catch {
    return defaults;
  }
}

const languages = typeof navigator === 'undefined' ? [] : (navigator.languages ?? [navigator.language]);
/** Private browsing may refuse storage: the game then simply forgets. */
const readKept = (): string | null => {
  try {
    return globalThis.localStorage?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
};

/** Written by `ui/`; kept on this device only. */
export const settingsStore = createSlice<Settings>(parseSettings(readKept(), defaultSettings(languages)));

export function changeSettings(change: Partial<Settings>): void {
  settingsStore.setState(change);
  try {
    globalThis.localStorage?.setItem(KEY, JSON.stringify(settingsStore.getState()));
  } catch {
    // forgetting is all that happens
  }
}

/** Whether motion is to be spared now: the player's choice, else the device's. */
export function motionReduced(): boolean {
  const { motion } = settingsStore.getState();
  if (motion !== 'system') return motion === 'reduced';
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}
