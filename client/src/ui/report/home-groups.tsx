import type { WelcomeBack } from '@bloomvale/shared/protocol/replies';
import { useTexts } from '../use-texts.ts';
import { Group } from './group.tsx';

/** What the kitchen has ready: it waits as long as one likes. */
export function Ready({ count }: { count: number }) {
  const { t } = useTexts();
  return (
    <Group icon="cooking" title={t('report.ready')} total={String(count)}>
      <p>{t('report.readyBody', { count })}</p>
    </Group>
  );
}

/** What an update has taken out of the catalogue, and what was paid for it. Such things have no name any more but their own. */
export function Gone({ gone }: { gone: NonNullable<WelcomeBack['gone']> }) {
  const { t, coins, integer } = useTexts();
  const paid = gone.reduce((sum, { refund }) => sum + refund, 0);
  return (
    <Group icon="coin" title={t('report.gone')} total={`+${coins(paid)}`}>
      <p>{t('report.goneBody')}</p>
      <ul>
        {gone.map(({ kind, id, quantity, refund }) => (
          <li key={`${kind}:${id}`}>
            <span>{id}</span>
            <span className="num">{integer(quantity)}</span>
            <span className="num">{`+${coins(refund, 'exact')}`}</span>
          </li>
        ))}
      </ul>
    </Group>
  );
}
