import type { Locale } from '@bloomvale/shared/content/text';
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
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
/** Written out by hand: zod would be the largest library that the title waits for. */
const ALLOWED: { readonly [K in keyof Settings]: (value: unknown) => boolean } = {
  locale: (value) => value === 'en' || value === 'fr',
  sound: isFlag,
  music: isShare,
  effects: isShare,
  motion: (value) => value === 'system' || value === 'reduced' || value === 'full',
  marks: isFlag,
  shortcuts: isFlag,
};

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
    const stored: unknown = JSON.parse(raw);
    if (typeof stored !== 'object' || stored === null) return defaults;
    const known = Object.entries(stored).filter(([name]) => Object.hasOwn(ALLOWED, name));
    const allowed = known.every(([name, value]) => ALLOWED[name as keyof Settings](value));
    return allowed ? { ...defaults, ...Object.fromEntries(known) } : defaults;
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

let device: MediaQueryList | null = null;

/** Whether motion is to be spared now: the player's choice, else the device's. */
export function motionReduced(): boolean {
  const { motion } = settingsStore.getState();
  if (motion !== 'system') return motion === 'reduced';
  // Asked once: the world wants to know twice a frame, and the answer follows the device by itself.
  device ??= globalThis.matchMedia?.('(prefers-reduced-motion: reduce)') ?? null;
  return device?.matches ?? false;
}
