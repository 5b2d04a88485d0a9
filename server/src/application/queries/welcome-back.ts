import { catchUp } from '@bloomvale/shared/play/home-catch-up';
import type { WelcomeBack } from '@bloomvale/shared/protocol/replies';
import { invariant } from '@bloomvale/shared/result';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { PlayerState } from '../contract.ts';
import type { Rules } from '../rules.ts';
import type { Reader } from '../store/store.ts';
import type { LoanCards } from './loan-cards.ts';
import { loanNews } from './loan-news.ts';

/** What happened since the player last closed the report, up to now, without changing anything. */
export async function welcomeBackOf(
  reader: Reader,
  rules: Rules,
  cards: LoanCards,
  state: PlayerState,
  now: Instant,
): Promise<WelcomeBack> {
  const [lender] = await reader.rows('lender', [state.playerId]);
  const { news } = await loanNews(reader, cards, state.playerId, lender?.seenSeq ?? 0);
  const played = catchUp(
    state.household,
    { commandId: 'preview', seen: false },
    {
      now,
      content: rules.content,
      timeScale: rules.timeScale,
      wallet: state.wallet,
      key: rules.secrets.player(state.playerId),
      commandId: 'preview',
    },
  );
  invariant(played.ok, 'catching up is never refused');
  return { ...played.value.value.report, ...news };
}
