import type { PortfolioReport } from '@bloomvale/shared/protocol/lending-views';
import type { Portfolio as Figures } from '@bloomvale/shared/protocol/views';
import { lazy, Suspense, useEffect } from 'react';
import { actions } from '../../../store/actions.ts';
import { lendingStore } from '../../../store/lending.ts';
import { openPanel } from '../../navigation/open.ts';
import { useFromTop } from '../../navigation/use-keep-scroll.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { LendingRoom } from '../lending-room.tsx';
import { useRemote } from '../use-remote.ts';
import { AutoLend } from './auto-lend.tsx';
import { Headline } from './headline.tsx';
import { Keepsakes } from './keepsakes.tsx';
import { LendAgain } from './lend-again.tsx';
import { LoanRows } from './loan-rows.tsx';
import { Shares } from './shares.tsx';
import '../../css/portfolio-report.css';

/** Charts and what draws them come after the figures. */
const MonthsChart = lazy(async () => ({ default: (await import('./months-chart.tsx')).MonthsChart }));
const CalibrationChart = lazy(async () => ({ default: (await import('./calibration-chart.tsx')).CalibrationChart }));

/** What one lent, what came back, what is still away: figures that add up, beside the average player; then each loan. */
export function Portfolio() {
  const { t } = useTexts();
  const { status, value } = useSlice(lendingStore, (state) => state.portfolio);
  useFromTop();
  useEffect(() => {
    void actions().loadPortfolio();
  }, []);
  return (
    <LendingRoom tab="portfolio">
      {value !== null ? (
        <Loaded figures={value} />
      ) : status === 'error' ? (
        <Banner kind="error" role="alert" title={t('portfolio.error')}>
          <p>{t('hall.errorBody')}</p>
          <p>
            <Button onClick={() => void actions().loadPortfolio()}>{t('common.retry')}</Button>
          </p>
        </Banner>
      ) : (
        <p role="status" aria-busy="true" className="muted">
          {t('common.loading')}
        </p>
      )}
    </LendingRoom>
  );
}

function Loaded({ figures }: { figures: Figures }) {
  const { t } = useTexts();
  const moved = useSlice(lendingStore, (state) => state.moved);
  const { value: report, fault, reload } = useRemote<PortfolioReport>('/api/portfolio/report', moved);
  if (figures.loans.length === 0) {
    return (
      <div className="portfolio">
        <div className="empty">
          <Icon name="seedling" size={44} />
          <h2>{t('portfolio.none')}</h2>
          <p className="muted">{t('portfolio.noneBody')}</p>
          <Button look="primary" onClick={() => openPanel({ kind: 'hall' })}>
            {t('portfolio.choose')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="portfolio">
      <Headline figures={figures} report={report} />
      {report === null ? (
        fault === null ? (
          <p role="status" aria-busy="true" className="muted">
            {t('common.loading')}
          </p>
        ) : (
          <Banner kind="info" title={t('portfolio.reportError')}>
            <Button onClick={reload}>{t('common.retry')}</Button>
          </Banner>
        )
      ) : (
        <Report report={report} />
      )}
      <LoanRows loans={figures.loans} csv={report !== null} />
      {report === null ? null : (
        <>
          <Keepsakes keepsakes={report.keepsakes} />
          <AutoLend view={report.autoLend} onChanged={reload} />
        </>
      )}
    </div>
  );
}

function Report({ report }: { report: PortfolioReport }) {
  const { t, country } = useTexts();
  return (
    <>
      <LendAgain again={report.again} />
      <div className="p2">
        <section className="box" aria-labelledby="months">
          <h2 id="months">{t('months.title')}</h2>
          <Suspense fallback={null}>
            <MonthsChart report={report} />
          </Suspense>
        </section>
        <section className="box" aria-labelledby="calibration">
          <h2 id="calibration">{t('calibration.title')}</h2>
          <Suspense fallback={null}>
            <CalibrationChart calibration={report.calibration} />
          </Suspense>
        </section>
      </div>
      <div className="p2 p2--three">
        <Shares
          title={t('portfolio.bySector')}
          shares={report.bySector}
          name={({ id }) => t(`sector.${id as 'food'}`)}
        />
        <Shares title={t('portfolio.byCountry')} shares={report.byCountry} name={({ id }) => country(id)} />
        <Shares
          title={t('portfolio.byPartner')}
          shares={report.byPartner}
          name={({ id }) => report.byPartner.find((one) => one.id === id)?.name ?? id}
        />
      </div>
    </>
  );
}
