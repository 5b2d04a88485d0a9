import type { ModelView } from '@bloomvale/shared/protocol/public-record-views';
import type { ReactNode } from 'react';
import { FigureTable, type FigureTableProps } from '../parts/figure-table.tsx';
import { Gloss } from '../parts/gloss.tsx';
import { useTexts } from '../use-texts.ts';

const PPM = 1_000_000;

/** The model's parameters as they are in force on this server, read from it: nothing here is written by hand. */
export function ModelFigures({ model: view }: { model: ModelView }) {
  const { t, percent, integer, coins, decimal, local, country } = useTexts();
  const { model } = view;
  const share = (ppm: number, digits = 1): string => t('why.percent', { value: decimal((ppm / PPM) * 100, digits) });
  const shift = (milli: number): string =>
    `${milli > 0 ? '+' : milli < 0 ? '−' : ''}${decimal(Math.abs(milli) / 1_000, 2)}`;
  const during = (ppm: number, months: number): string => t('model.during', { chance: share(ppm), count: months });
  return (
    <div className="doc">
      <h2>{t('model.title')}</h2>
      <p className="muted">
        {t('model.body', {
          version: view.version,
          model: view.modelDigest.slice(0, 12),
          hash: view.contentHash.slice(0, 12),
        })}
      </p>
      <Table
        title={t('model.grades')}
        head={[t('model.grade'), t('model.loss')]}
        rows={view.grades.map(({ grade, expectedLossPpm }) => [grade, share(expectedLossPpm)])}
        gloss={<Gloss term="expectedLoss" />}
      />
      <Table
        title={t('model.chains')}
        head={[t('model.product'), t('model.grade'), t('model.instalments'), t('model.hazard'), t('model.repaid')]}
        rows={view.chains.map((chain) => [
          local(chain.name),
          chain.grade,
          integer(chain.instalments),
          share(chain.hPpm, 2),
          share(chain.fullyRepaidPpm),
        ])}
        gloss={t('model.hazardHint')}
      />
      <Table
        title={t('model.rolls')}
        head={[
          t('model.product'),
          t('model.grade'),
          ...(view.chains[0]?.rollPpm ?? []).map((_, i) => t('model.roll', { n: i + 1 })),
        ]}
        rows={view.chains.map((chain) => [
          local(chain.name),
          chain.grade,
          ...chain.rollPpm.map((ppm) => share(ppm, 0)),
        ])}
        gloss={t('model.rollsHint', {
          one: model.chain.cure.one,
          two: model.chain.cure.two,
          all: model.chain.cure.all,
        })}
      />
      <Table
        title={t('model.shifts')}
        head={[t('why.cause'), t('model.shift')]}
        rows={Object.entries(model.shifts).map(([cause, milli]) => [
          t(`model.shiftOf.${cause as 'harvest'}`, { defaultValue: cause }),
          shift(milli),
        ])}
        gloss={t('model.shiftHint')}
      />
      <Table
        title={t('model.correlation')}
        head={[t('hall.sector'), t('model.rho'), t('model.seasonal'), t('model.drought')]}
        rows={view.sectors.map(({ name, correlationPpm, seasonal, droughtShiftMilli }) => [
          local(name),
          share(correlationPpm),
          seasonal ? t('model.yes') : t('model.no'),
          shift(droughtShiftMilli),
        ])}
        gloss={<Gloss term="region" />}
      />
      <Table
        title={t('model.chance')}
        head={[t('model.rule'), t('model.value')]}
        rows={[
          [t('model.rule_drought'), during(model.drought.chancePpm, model.drought.months)],
          ...view.droughts.map(({ region, chancePpm }) => [
            t('model.rule_droughtIn', { country: country(region) }),
            during(chancePpm, model.drought.months),
          ]),
          [t('model.rule_illness'), during(model.illness.chancePpm, model.illness.months)],
          [t('model.rule_memory'), percent(model.region.memoryPercent / 100)],
          [t('model.rule_cover'), share(model.group.coverPpm)],
          [t('model.rule_contagion'), percent(model.group.contagionPercent / 100)],
          [t('model.rule_help'), integer(model.help.periods)],
          [t('model.rule_creep'), share(model.currency.creepMostPpm)],
          [
            t('model.rule_break'),
            t('model.breakValue', {
              chance: share(model.currency.breakChancePpm),
              least: share(model.currency.breakLeastPpm, 0),
              most: share(model.currency.breakLeastPpm + model.currency.breakSpanPpm, 0),
            }),
          ],
          [t('model.rule_covered'), share(model.currency.coveredPpm, 0)],
        ]}
      />
      <Table
        title={t('model.rules')}
        head={[t('model.rule'), t('model.value')]}
        rows={[
          [t('model.rule_share'), coins(view.share)],
          [t('model.rule_cap'), percent(view.playerCapPercent / 100)],
          [t('model.rule_month'), t('model.minutes', { n: decimal(view.monthSeconds / 60, 1) })],
          [t('model.rule_default'), integer(view.defaultMissed)],
          [
            t('model.rule_reschedule'),
            t('model.rescheduleValue', { days: model.reschedule.afterDays, most: model.reschedule.most }),
          ],
          [
            t('model.rule_recovery'),
            t('model.recoveryValue', { months: model.recovery.months, chance: share(model.recovery.chancePpm) }),
          ],
          [t('model.rule_guarantee'), percent(model.guarantee.firstLossPercent / 100)],
          [
            t('model.rule_pool'),
            t('model.poolValue', {
              percent: percent(view.pool.maxPercent / 100),
              endowment: coins(view.pool.endowment),
            }),
          ],
          [t('model.rule_takeBack'), t('time.s', { s: view.takeBackMs / 1_000 })],
          [t('model.rule_auto'), t('model.days', { count: view.autoLend.absenceDays })],
          [
            t('model.rule_average'),
            t('model.averageValue', { least: view.average.minPlayers, most: view.average.maxPlayers }),
          ],
          [t('model.rule_calibration'), integer(view.calibrationMinLoans)],
        ]}
      />
      {view.sources.length === 0 ? null : (
        <section aria-labelledby="model-sources">
          <h3 id="model-sources">{t('model.sources')}</h3>
          <ul className="bullets">
            {view.sources.map(({ id, text }) => (
              <li key={id} lang="en">
                {text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type TableProps = Omit<FigureTableProps, 'caption'> & { readonly title: string; readonly gloss?: ReactNode };

function Table({ title, head, rows, gloss }: TableProps) {
  return (
    <section>
      <h3>{title}</h3>
      {gloss === undefined ? null : <p className="hint">{gloss}</p>}
      <FigureTable caption={title} head={head} rows={rows} />
    </section>
  );
}
