import type { Effect } from '../store/effects.ts';
import type { SoundName } from './sounds.ts';

export type Cue = {
  readonly sound: SoundName;
  /** Seconds from now. */
  readonly after: number;
};

/** Seconds between two pops of one harvest, as the plants fly. */
const STAGGER = 0.06;
/** However many plots were harvested at once: so many are heard. */
const MOST_POPS = 5;

/** What an effect sounds like; nothing for those that are only seen. */
export function cuesOf(effect: Effect): readonly Cue[] {
  switch (effect.kind) {
    case 'tap':
    case 'open':
    case 'close':
      return [{ sound: effect.kind, after: 0 }];
    case 'planted':
      return [{ sound: 'plant', after: 0 }];
    case 'harvested':
      return effect.items.slice(0, MOST_POPS).map((_, i) => ({ sound: 'harvest', after: i * STAGGER }));
    case 'sold':
      return effect.earned > 0 ? [{ sound: 'coin', after: 0.4 }] : [];
    case 'served':
      return [{ sound: 'serve', after: 0 }];
    case 'lent':
      return effect.funded
        ? [
            { sound: 'lend', after: 0 },
            { sound: 'funded', after: 0.6 },
          ]
        : [{ sound: 'lend', after: 0 }];
    case 'repaid':
      return [{ sound: 'repaid', after: 0 }];
    case 'refunded':
      return [{ sound: 'coin', after: 0 }];
    case 'level-up':
      return [{ sound: 'level', after: 0.15 }];
    case 'emote':
    case 'say':
      return [{ sound: 'pop', after: 0 }];
    case 'refused':
      return [{ sound: 'refused', after: 0 }];
  }
}
