import { levelOf, xpForNext } from '@bloomvale/shared/play/progress';
import { contentStore } from '../../store/content.ts';
import { playerStore } from '../../store/player.ts';
import { openPanel } from '../navigation/open.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { SoundButton } from '../title/sound-button.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { useCountUp } from './use-count-up.ts';

/** Who one is, what one has, and the system buttons. */
export function Hud() {
  const { t } = useTexts();
  return (
    <header className="hud">
      <Profile />
      <Purse />
      <span className="hud__gap" />
      <Mail />
      <span className="hud__wide">
        <IconButton label={t('help.open')} glyph="question" onClick={() => openPanel({ kind: 'help' })} />
      </span>
      <span className="hud__wide">
        <SoundButton />
      </span>
      <IconButton label={t('settings.open')} glyph="gear" fill onClick={() => openPanel({ kind: 'settings' })} />
    </header>
  );
}

/** Letters of those one has lent to, and the album of whom one has met. */
function Mail() {
  const { t } = useTexts();
  const unread = useSlice(playerStore, (player) => player.letters);
  return (
    <span className="hud__mail">
      <IconButton
        label={unread === 0 ? t('hud.letters') : t('hud.unread', { count: unread })}
        glyph="envelope-simple"
        onClick={() => openPanel({ kind: 'letters' })}
      />
      {unread > 0 ? (
        <i className="badge" aria-hidden="true">
          {unread}
        </i>
      ) : null}
    </span>
  );
}

function Profile() {
  const { t, integer } = useTexts();
  const name = useSlice(playerStore, (player) => player.name);
  const look = useSlice(playerStore, (player) => player.look);
  const xp = useSlice(playerStore, (player) => player.xp);
  const economy = useSlice(contentStore, ({ content }) => content?.economy ?? null);
  const level = economy === null ? 1 : levelOf(xp, economy);
  const next = economy === null ? null : xpForNext(level, economy);
  const from = economy === null || level === 1 ? 0 : (xpForNext(level - 1, economy) ?? 0);
  const share = next === null ? 1 : (xp - from) / (next - from);
  const left = next === null ? t('hud.topLevel') : t('hud.xpLeft', { xp: integer(next - xp), level: level + 1 });
  return (
    <button type="button" className="pill pill--me" title={left} onClick={() => openPanel({ kind: 'account' })}>
      <span className="me-face">
        <Avatar who={look} size={60} />
        <b className="me-level">
          <span className="sr-only">{t('hud.level')} </span>
          {level}
        </b>
      </span>
      <span className="sr-only"> </span>
      <span className="me-name">
        <b>{name}</b>
        <span className="xp" role="img" aria-label={left}>
          <i style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }} />
        </span>
      </span>
      <span className="sr-only"> {t('hud.openAccount')}</span>
    </button>
  );
}

function Purse() {
  const { t, coins } = useTexts();
  const wallet = useCountUp(useSlice(playerStore, (player) => player.wallet));
  const lent = useSlice(playerStore, (player) => player.lent);
  const owed = useSlice(playerStore, (player) => player.owed);
  return (
    <ul className="hud__purse" aria-label={t('hud.purse')}>
      <li className="pill pill--coins" data-hud="coins">
        <Icon name="coin" size={26} />
        <b>{coins(wallet, 'whole')}</b>
        <span className="sr-only">{t('hud.coins')}</span>
      </li>
      {owed > 0 ? (
        <li>
          <button type="button" className="pill" onClick={() => openPanel({ kind: 'borrow' })}>
            <Icon name="seedling" size={26} />
            <b className="owe">{coins(owed, 'whole')}</b>
            <small>{t('hud.owed')}</small>
          </button>
        </li>
      ) : null}
      {lent > 0 ? (
        <li className="pill hud__wide" data-hud="lent">
          <Icon name="handshake" size={26} />
          <b>{coins(lent, 'whole')}</b>
          <small>{t('hud.lent')}</small>
        </li>
      ) : null}
    </ul>
  );
}
