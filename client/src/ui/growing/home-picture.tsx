import { AVATAR_PRESETS, type AvatarPreset } from '@bloomvale/assets/frames';
import { homeInterior } from '@bloomvale/assets/kit/interior/home-interior';
import { FAMILY } from '@bloomvale/assets/kit/people/family';
import type { Look } from '@bloomvale/assets/kit/people/look';
import { PRESETS } from '@bloomvale/assets/kit/people/presets';
import type { Home } from '@bloomvale/shared/play/household';
import { useMemo } from 'react';
import { playerStore } from '../../store/player.ts';
import { useSlice } from '../use-slice.ts';

/** The drawing's own extent round its origin, px: from the ridge to the front corner, with the shadow. */
const VIEW = { x: -262, y: -272, width: 560, height: 436 } as const;

const isPreset = (look: string): look is AvatarPreset => (AVATAR_PRESETS as readonly string[]).includes(look);

/** The player, whoever of the family looks least like them, and the child. */
function familyOf(look: string): readonly Look[] {
  const [mother, father, child] = FAMILY;
  const self = isPreset(look) ? PRESETS[look] : mother;
  const partner = self?.beard === undefined ? father : mother;
  return [self, partner, child].filter((one) => one !== undefined);
}

type Props = { readonly needs: Home['needs']; readonly label: string };

/**
 * The home seen inside, as the kit draws it: each need at its tier, the player and the family in it. Drawn when first looked at, because there
 * are four thousand such rooms and nobody carries them all in an atlas.
 */
export function HomePicture({ needs, label }: Props) {
  const look = useSlice(playerStore, (player) => player.look);
  const src = useMemo(() => {
    const inside = homeInterior(needs, familyOf(look));
    const box = `${VIEW.x} ${VIEW.y} ${VIEW.width} ${VIEW.height}`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inside}</svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }, [needs, look]);
  return <img className="home-picture" src={src} alt={label} width={VIEW.width} height={VIEW.height} />;
}
