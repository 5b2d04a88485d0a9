import { useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { useCall } from '../api/use-call.ts';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../parts/panel.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Answered, Empty } from '../parts/states.tsx';

/** Postings of the player's wallet, newest first, a page at a time. */
export function WalletLines({ id }: { id: string }) {
  const { t, coins, at } = useWords();
  const [pages, setPages] = useState<readonly number[]>([]);
  const before = pages.at(-1);
  const called = useCall('playerLines', { params: { id }, query: before === undefined ? {} : { before } });
  return (
    <Panel title={t('moderation.lines')} bare>
      <Answered called={called}>
        {({ lines, before: next }) => (
          <>
            {lines.length === 0 ? (
              <Empty title={t('moderation.noLines')} />
            ) : (
              <ScrollBox label={t('moderation.linesList')}>
                <table className="dense">
                  <thead>
                    <tr>
                      <th scope="col">{t('moderation.when')}</th>
                      <th scope="col">{t('moderation.posting')}</th>
                      <th scope="col">{t('moderation.other')}</th>
                      <th scope="col">{t('moderation.actor')}</th>
                      <th scope="col" className="n">
                        {t('moderation.change')}
                      </th>
                      <th scope="col" className="n">
                        {t('moderation.balance')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {lines.map((line) => (
                      <tr key={line.id}>
                        <td>
                          <time dateTime={new Date(line.at).toISOString()}>{at(line.at)}</time>
                        </td>
                        <td>
                          <b>{line.kind}</b> <small className="muted">{line.reason}</small>
                        </td>
                        <td>
                          <code>{line.other}</code> {line.loan}
                        </td>
                        <td>
                          <code>{line.actor}</code>
                        </td>
                        <td className="n">
                          {line.amount > 0 ? '+' : '−'}
                          {coins(Math.abs(line.amount))}
                        </td>
                        <td className="n">{coins(line.balance)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollBox>
            )}
            <div className="panel-foot">
              {pages.length === 0 ? null : (
                <Button onClick={() => setPages(pages.slice(0, -1))}>{t('moderation.newer')}</Button>
              )}
              {next === null ? null : (
                <Button onClick={() => setPages([...pages, next])}>{t('moderation.older')}</Button>
              )}
              <span className="muted">{t('moderation.logged')}</span>
            </div>
          </>
        )}
      </Answered>
    </Panel>
  );
}
