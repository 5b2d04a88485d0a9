import { useWords } from '../../i18n/use-words.ts';

type Props = { readonly listings: { readonly kept: number; readonly relisted: number; readonly running: number } };

/** What becomes of what players see in the Lending Hall now. Running loans keep the terms they were made with. */
export function Listings({ listings: { kept, relisted, running } }: Props) {
  const { t } = useWords();
  if (kept + relisted + running === 0) return <p className="muted">{t('release.listings.none')}</p>;
  return (
    <p className="muted">
      {relisted === 0 ? null : t('release.listings.relisted', { count: relisted })}{' '}
      {kept === 0 ? null : t('release.listings.kept', { count: kept })}{' '}
      {running === 0 ? null : t('release.listings.running', { count: running })}
    </p>
  );
}
