import type { ReplayRefusal, ReplayReport } from '@bloomvale/shared/lending/replay';
import type { PublishedView } from '@bloomvale/shared/protocol/public-record-views';
import { type ChangeEvent, useId, useState } from 'react';
import { refusalText } from '../../../i18n/refusal-text.ts';
import { actions, type ReadFault } from '../../../store/actions.ts';
import type { WholeLoan } from '../../../store/lending.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Gloss } from '../../parts/gloss.tsx';
import { Glyph } from '../../parts/icon.tsx';
import { useNow } from '../../use-now.ts';
import { useTexts } from '../../use-texts.ts';

type Verdict =
  | { readonly kind: 'ok'; readonly report: ReplayReport; readonly file: string }
  | { readonly kind: 'refused'; readonly refusal: ReplayRefusal; readonly file: string }
  | { readonly kind: 'unread'; readonly file: string }
  | { readonly kind: 'fault'; readonly fault: ReadFault };

/** Larger files are not replay files (a loan's has some tens of kilobytes); reading them would only stop the page. */
const MOST_BYTES = 4_000_000;
const TICK_MS = 10_000;
const FINGERPRINT_SHOWN = 16;

const replayPath = (loanId: string): string => `/api/loans/${encodeURIComponent(loanId)}/replay`;

/** Computes the loan again in this browser; the roots come from what the server published, never from the file. */
async function verdictOf(raw: unknown, file: string, commitment: string | undefined): Promise<Verdict> {
  const [{ verifyReplay }, published] = await Promise.all([
    import('@bloomvale/shared/lending/replay'),
    actions().readJson<PublishedView>('/api/lending/published'),
  ]);
  if (!published.ok) return { kind: 'fault', fault: published.error };
  const seasonRoots = published.value.seasons.map(({ regionRoot }) => regionRoot).filter((root) => root !== '');
  const known =
    commitment ??
    published.value.loans.find(({ id }) => id === (raw as { source?: { loan?: string } }).source?.loan)?.commitment;
  const answer = verifyReplay(raw, { seasonRoots, ...(known === undefined ? {} : { commitment: known }) });
  return answer.ok ? { kind: 'ok', report: answer.value, file } : { kind: 'refused', refusal: answer.error, file };
}

/** The file of a closed loan: take it home, or compute everything again right here. A file from elsewhere can be checked as well. */
export function Verify({ loan }: { loan: WholeLoan }) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const available = loan.replay?.available === true;
  const check = async (read: () => Promise<Verdict>): Promise<void> => {
    setBusy(true);
    setVerdict(null);
    setVerdict(await read().catch((): Verdict => ({ kind: 'unread', file: loan.id })));
    setBusy(false);
  };
  const own = async (): Promise<Verdict> => {
    const answer = await actions().readJson<unknown>(replayPath(loan.id));
    if (!answer.ok) return { kind: 'fault', fault: answer.error };
    return verdictOf(answer.value, loan.id, loan.commitment);
  };
  return (
    <section className="box" aria-labelledby="verify">
      <h2 id="verify">{t('verify.title')}</h2>
      <div className="banner">
        <Glyph name="shield-check" />
        <div className="stack stack--s">
          <p>{t('verify.body')}</p>
          <p>
            <Gloss term="commitment">{t('verify.fingerprint')}</Gloss>{' '}
            <code>{loan.commitment.slice(0, FINGERPRINT_SHOWN)} …</code>
          </p>
          <When loan={loan} />
          <div className="row row--wrap">
            {available ? (
              <>
                <Button busy={busy ? t('verify.checking') : false} onClick={() => void check(own)}>
                  <Glyph name="seal-check" /> {t('verify.act')}
                </Button>
                <a className="btn" href={replayPath(loan.id)} download>
                  <Glyph name="download-simple" /> {t('verify.download')}
                </a>
              </>
            ) : null}
            <FileButton loan={loan} onRead={(read) => void check(read)} />
          </div>
        </div>
      </div>
      <div role="status">{verdict === null ? null : <Outcome verdict={verdict} />}</div>
    </section>
  );
}

/** When the file can be had, if not now. */
function When({ loan }: { loan: WholeLoan }) {
  const { t, span } = useTexts();
  const now = useNow(TICK_MS);
  const { replay } = loan;
  if (replay === undefined || replay.available) return null;
  if (replay.why === 'never') return <p className="hint">{t('verify.never')}</p>;
  const wait = replay.at === null || replay.at <= now ? '' : t('verify.in', { time: span(replay.at - now) });
  return <p className="hint">{t(replay.why === 'running' ? 'verify.running' : 'verify.month') + wait}</p>;
}

function FileButton({ loan, onRead }: { loan: WholeLoan; onRead: (read: () => Promise<Verdict>) => void }) {
  const { t } = useTexts();
  const id = useId();
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    target.value = '';
    if (file === undefined) return;
    onRead(async () => {
      if (file.size > MOST_BYTES) return { kind: 'unread', file: file.name };
      const raw: unknown = JSON.parse(await file.text());
      const about = (raw as { source?: { loan?: unknown } } | null)?.source?.loan;
      return verdictOf(raw, file.name, about === loan.id ? loan.commitment : undefined);
    });
  };
  return (
    <label className="btn file-btn" htmlFor={id}>
      <Glyph name="upload-simple" /> {t('verify.file')}
      <input id={id} type="file" accept="application/json,.json" onChange={choose} />
    </label>
  );
}

function Outcome({ verdict }: { verdict: Verdict }) {
  const texts = useTexts();
  const { t, coins } = texts;
  switch (verdict.kind) {
    case 'ok': {
      const { result } = verdict.report;
      return (
        <Banner kind="ok" title={t('verify.ok')}>
          <p>{t('verify.okBody', { loan: verdict.report.loan, ticks: result.ticks.length })}</p>
          <p>
            {t('verify.okResult', { repaid: coins(result.repaid, 'exact'), lost: coins(result.writtenOff, 'exact') })}
          </p>
        </Banner>
      );
    }
    case 'refused':
      return (
        <Banner kind="error" title={t('verify.refused')}>
          <p>{t(`verify.code.${verdict.refusal.code}`)}</p>
          <p>
            {t('verify.field')} <code>{verdict.refusal.field}</code>
          </p>
        </Banner>
      );
    case 'unread':
      return (
        <Banner kind="error" title={t('verify.unread')}>
          {t('verify.unreadBody', { file: verdict.file })}
        </Banner>
      );
    default:
      return (
        <Banner kind="error" title={t('verify.fault')}>
          {refusalText({ from: 'fault', code: verdict.fault.fault }, texts)}
        </Banner>
      );
  }
}
