import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { StateTag } from '../parts/state-tag.tsx';
import { useTexts } from '../use-texts.ts';

type Props = {
  readonly loan: Pick<LoanCard, 'state'>;
  readonly daysPastDue: number;
  /** What the player lost in it, minor units. */
  readonly lost?: number;
};

/** Where a loan stands, in a word: late is days, never blame; lost is an amount. */
export function LoanStatus({ loan, daysPastDue, lost = 0 }: Props) {
  const { t, coins } = useTexts();
  switch (loan.state) {
    case 'ended':
      return <StateTag kind="repaid" text={t('state.repaid')} />;
    case 'ended_with_loss':
    case 'defaulted':
      return (
        <StateTag
          kind="lost"
          text={lost > 0 ? t('state.lostAmount', { amount: coins(lost) }) : t('state.partlyLost')}
        />
      );
    case 'expired':
    case 'refunded':
    case 'cancelled':
      return <StateTag kind="refunded" text={t('state.refunded')} />;
    case 'in_repayment':
      return daysPastDue > 0 ? (
        <StateTag kind="late" text={t('state.late', { count: daysPastDue })} />
      ) : (
        <StateTag kind="on-time" text={t('state.onTime')} />
      );
    case 'funded':
      return <StateTag kind="open" text={t('state.funded')} />;
    default:
      return <StateTag kind="open" text={t('state.raising')} />;
  }
}
