import { Banner } from '../../../ui/parts/banner.tsx';
import { Modal } from '../../../ui/parts/modal.tsx';
import { addressOf } from '../../api/client.ts';
import { useWords } from '../../i18n/use-words.ts';

const FORMATS = ['csv', 'json', 'catalogue'] as const;

/** Files to take away; what is not saved yet is not in them. */
export function ExportDialog({ of, unsaved, onClose }: { of: string; unsaved: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal title={t('exchange.exportTitle')} onClose={onClose} width={460}>
      <div className="stack">
        {unsaved ? <Banner kind="caution" title={t('exchange.unsaved')} /> : null}
        {FORMATS.map((format) => (
          <p key={format}>
            <a className="btn" href={addressOf('exportLoans', { query: { of, format } })} download>
              {t(`exchange.${format}`)}
            </a>{' '}
            <span className="muted">{t(`exchange.about_${format}`)}</span>
          </p>
        ))}
      </div>
    </Modal>
  );
}
