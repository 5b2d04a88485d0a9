import type { PollinationSourceView, PollinationView } from '@bloomvale/shared/protocol/growing-views';
import { useEffect } from 'react';
import { NO_POLLEN, type PollenState, pollenStore } from '../../store/pollen.ts';
import { closePanel } from '../navigation/open.ts';
import { hrefOf } from '../navigation/route.ts';
import { Avatar } from '../parts/avatar.tsx';
import { SideCard } from '../parts/side-card.tsx';
import { useTexts } from '../use-texts.ts';
import { PageState } from './page-state.tsx';
import { usePage } from './use-page.ts';

/** Which shops make one's garden better, and by how much; while it is open the world shows the same figures over the plots. */
export function PollinationPanel() {
  const { t, percent } = useTexts();
  const { page, reload } = usePage<PollinationView>('/api/pollination');
  const view = page.status === 'ready' ? page.value : null;
  useEffect(() => {
    if (view !== null) pollenStore.setState(labelsOf(view, percent));
    return () => pollenStore.setState(NO_POLLEN);
  }, [view, percent]);
  return (
    <SideCard title={t('pollen.title')} icon="honeybee" onClose={closePanel}>
      <p className="muted">{t('pollen.lead')}</p>
      <PageState page={page} reload={reload} fault={t('shop.notLoaded')}>
        {(value) => <Sources view={value} />}
      </PageState>
    </SideCard>
  );
}

/** Yield and speed of a plot in one sign: what it brings more in an hour. */
function labelsOf({ plots, stall }: PollinationView, percent: (fraction: number) => string): PollenState {
  const sign = (milli: number): string => `+${percent(milli / 1_000)}`;
  const each = Object.entries(plots).map(([plot, { yieldMilli, speedMilli }]) => {
    const more = ((1_000 + yieldMilli) * (1_000 + speedMilli)) / 1_000 - 1_000;
    return [plot, sign(Math.round(more))];
  });
  return { plots: Object.fromEntries(each), stall: stall.priceMilli === 0 ? null : sign(stall.priceMilli) };
}

function Sources({ view }: { view: PollinationView }) {
  const { t, percent } = useTexts();
  const cap = (figure: 'yield' | 'speed' | 'price'): string => `+${percent(view.caps[figure] / 1_000)}`;
  return (
    <>
      {view.sources.length === 0 ? <p>{t('pollen.none')}</p> : null}
      <ul className="recipes">
        {view.sources.map((source) => (
          <Source key={source.loanId} source={source} />
        ))}
      </ul>
      <p className="hint">
        {t('pollen.rule')} {t('pollen.caps', { yield: cap('yield'), speed: cap('speed'), price: cap('price') })}
      </p>
    </>
  );
}

function Source({ source }: { source: PollinationSourceView }) {
  const { t, percent } = useTexts();
  const { figure, milli, plots, state } = source;
  const raise = t(`pollen.raise.${figure}`, { percent: `+${percent(milli / 1_000)}` });
  const where = figure === 'price' ? t('pollen.stall') : t('pollen.plots', { count: plots.length });
  const rests = state === 'late' ? t('pollen.resting') : t('pollen.building');
  return (
    <li className="recipe recipe--link">
      <Avatar who={source.entrepreneur} size={44} />
      <div className="recipe__what">
        <b>
          <a href={hrefOf({ kind: 'loan', loanId: source.loanId })}>{source.shortName}</a>
        </b>
        <small className="muted">{t(source.relation === 'lender' ? 'pollen.lender' : 'pollen.neighbour')}</small>
        <span className={milli > 0 ? 'gain' : 'muted'}>{milli > 0 ? `${raise}, ${where}` : rests}</span>
      </div>
    </li>
  );
}
