import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import type { PreviewView } from '@bloomvale/shared/operator/preview-api';
import type { ReactNode } from 'react';
import { Banner } from '../../../ui/parts/banner.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { ChartLegend } from '../charts/chart-legend.tsx';
import { ChangedFigures } from './changed-figures.tsx';
import { GuardTable } from './guard-table.tsx';
import { LossPanel } from './loss-panel.tsx';
import { MonthCharts } from './month-charts.tsx';
import { Newcomer } from './newcomer.tsx';
import { RunOrigin } from './run-note.tsx';

type Props = {
  readonly preview: PreviewView;
  readonly draft: DraftView;
  /** What changes, in words: stands beside the guard rails. */
  readonly words: ReactNode;
};

/** All that a preview found out, as in the picture: charts, guard rails beside the changes, the spread of losses, every figure. */
export function PreviewResult({ preview, draft, words }: Props) {
  const { t } = useWords();
  const { result, liveVersion, draftRevision } = preview;
  if (result === null) return null;
  return (
    <>
      {draftRevision === draft.revision ? null : (
        <Banner kind="caution" title={t('preview.stale')}>
          {t('preview.staleBody')}
        </Banner>
      )}
      <Panel
        title={t('preview.would')}
        tools={
          <span className="push">
            <ChartLegend live={liveVersion} draft={draft.number} kind="bands" />
          </span>
        }
      >
        <MonthCharts result={result} />
      </Panel>
      <div className="op-grid op-grid--guard">
        <Panel bare title={t('preview.rails')} foot={<span>{t('preview.errorNote')}</span>}>
          <GuardTable verdicts={result.verdicts} />
        </Panel>
        <Panel title={t('release.inWords')}>{words}</Panel>
      </div>
      <LossPanel result={result} live={liveVersion} draft={draft.number} />
      <Panel bare title={t('preview.figures')} foot={<RunOrigin preview={preview} />}>
        <div className="panel-body">
          <Newcomer result={result} />
        </div>
        <ChangedFigures result={result} />
      </Panel>
    </>
  );
}
