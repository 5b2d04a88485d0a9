import { useCall } from '../api/use-call.ts';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../parts/panel.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Answered } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { Page } from '../shell/page.tsx';
import { ClockForm } from './clock-form.tsx';

const EVERY_MS = 30_000;
/** A simulated day, in simulated seconds; a month has thirty. */
const SIM_DAY = 86_400;
const MONTH_DAYS = 30;

/** By which tempo real time becomes simulated time, from when on; segments are only ever added, and never in the past. */
export function ClockPage() {
  const { t, integer, at, span } = useWords();
  const called = useCall('clock', {}, EVERY_MS);
  const tempo = (monthSeconds: number): string =>
    monthSeconds === 0 ? t('clock.stands') : t('clock.month', { time: span(monthSeconds * 1_000) });
  return (
    <Page title={t('place.clock')} about={<span className="muted">{t('clock.about')}</span>}>
      <Answered called={called}>
        {({ now, simNow, segments }) => {
          const current = segments.find(({ realFrom }) => realFrom <= now);
          const day = Math.floor(simNow / SIM_DAY);
          return (
            <div className="op-grid op-grid--2">
              <div className="op-grid">
                <Panel title={t('clock.now')}>
                  <dl className="facts">
                    <div>
                      <dt>{t('clock.simulated')}</dt>
                      <dd className="num">
                        {t('clock.monthDay', {
                          month: integer(Math.floor(day / MONTH_DAYS) + 1),
                          day: integer((day % MONTH_DAYS) + 1),
                        })}
                      </dd>
                    </div>
                    <div>
                      <dt>{t('clock.tempo')}</dt>
                      <dd className="num">{current === undefined ? '–' : tempo(current.monthSeconds)}</dd>
                    </div>
                    <div>
                      <dt>{t('clock.real')}</dt>
                      <dd className="num">{at(now)}</dd>
                    </div>
                  </dl>
                  <p className="muted">{t('clock.means')}</p>
                </Panel>
                <Panel title={t('clock.segments')} bare>
                  <ScrollBox label={t('clock.list')}>
                    <table className="dense">
                      <thead>
                        <tr>
                          <th scope="col">{t('clock.from')}</th>
                          <th scope="col">{t('clock.tempo')}</th>
                          <th scope="col">{t('clock.why')}</th>
                        </tr>
                      </thead>
                      <tbody>
                        {segments.map((one) => (
                          <tr key={one.realFrom}>
                            <td>
                              <time dateTime={new Date(one.realFrom).toISOString()}>{at(one.realFrom)}</time>{' '}
                              {one === current ? <Tag tone="ok">{t('clock.inForce')}</Tag> : null}
                              {one.realFrom > now ? <Tag tone="info">{t('clock.toCome')}</Tag> : null}
                            </td>
                            <td>{tempo(one.monthSeconds)}</td>
                            <td>{one.reason}</td>
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </ScrollBox>
                </Panel>
              </div>
              <ClockForm now={now} monthSeconds={current?.monthSeconds ?? 0} reload={called.reload} />
            </div>
          );
        }}
      </Answered>
    </Page>
  );
}
