import { Fragment } from 'react';
import { SHORTCUTS } from '../keys/shortcuts.ts';
import { goBack } from '../navigation/open.ts';
import { useFromTop } from '../navigation/use-keep-scroll.ts';
import { Icon } from '../parts/icon.tsx';
import { Room } from '../parts/room.tsx';
import { useTexts } from '../use-texts.ts';

const STEPS = [
  ['plant', 'seedling'],
  ['sell', 'stall'],
  ['borrow', 'coin'],
  ['home', 'red-heart'],
  ['walk', 'houses'],
  ['lend', 'handshake'],
  ['back', 'sparkles'],
] as const;

/** How to play on one page, and every key. */
export function Help() {
  const { t } = useTexts();
  useFromTop();
  return (
    <Room title={t('help.title')} back={t('common.back')} onBack={() => goBack(null)} purse={false}>
      <div className="doc">
        <section aria-labelledby="how">
          <h2 id="how">{t('help.how')}</h2>
          <ol className="steps">
            {STEPS.map(([step, icon]) => (
              <li key={step}>
                <Icon name={icon} size={40} />
                <p>
                  <b>{t(`help.${step}.title`)}</b>
                  <br />
                  {t(`help.${step}.body`)}
                </p>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="keys">
          <h2 id="keys">{t('help.keys')}</h2>
          <p className="muted">{t('help.keysBody')}</p>
          <dl className="keys">
            {SHORTCUTS.map((shortcut) => (
              <Fragment key={shortcut.id}>
                <dt>
                  {shortcut.keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(`keys.${shortcut.id}`)}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
        <section aria-labelledby="never">
          <h2 id="never">{t('help.never')}</h2>
          <ul className="bullets">
            {(['pay', 'timer', 'guilt', 'share', 'data'] as const).map((promise) => (
              <li key={promise}>{t(`help.neverList.${promise}`)}</li>
            ))}
          </ul>
        </section>
      </div>
    </Room>
  );
}
