import type { LiveView } from '@bloomvale/shared/operator/live-api';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../parts/panel.tsx';
import { FlowChart } from './flow-chart.tsx';
import { accountName, sourcesOf, sumOf } from './flows.ts';

/** Coins made and unmade: how much a day, and by which source over the whole period. */
export function FlowsPanel({ live }: { live: LiveView }) {
  const words = useWords();
  const { t, coins } = words;
  const sources = sourcesOf(live.flows);
  return (
    <Panel
      title={t('live.flows')}
      tools={
        <span className="push row" aria-hidden="true">
          <i className="flow-key flow-key--faucet" /> {t('live.faucets')}
          <i className="flow-key flow-key--sink" /> {t('live.sinks')}
        </span>
      }
      foot={<span>{t('live.supply', { amount: coins(live.supply) })}</span>}
    >
      <FlowChart flows={live.flows} />
      {sources.length === 0 ? (
        <p className="muted">{t('live.noFlows')}</p>
      ) : (
        <div className="scroll-x">
          <table className="dense">
            <caption className="sr-only">{t('live.bySource')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('live.source')}</th>
                <th scope="col" className="n">
                  {t('live.made')}
                </th>
                <th scope="col" className="n">
                  {t('live.unmade')}
                </th>
              </tr>
            </thead>
            <tbody>
              {sources.map(({ account, made, unmade }) => (
                <tr key={account}>
                  <th scope="row">
                    {accountName(account, t)} <code className="muted">{account}</code>
                  </th>
                  <td className="n">{made === 0 ? '' : coins(made)}</td>
                  <td className="n">{unmade === 0 ? '' : coins(unmade)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t('live.all')}</th>
                <td className="n">
                  <b>{coins(sumOf(sources, 'made'))}</b>
                </td>
                <td className="n">
                  <b>{coins(sumOf(sources, 'unmade'))}</b>
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
