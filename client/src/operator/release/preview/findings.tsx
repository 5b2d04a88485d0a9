import type { Finding } from '@bloomvale/shared/catalogue/finding';
import { Banner } from '../../../ui/parts/banner.tsx';
import type { CallAnswer } from '../../api/client.ts';
import { findingText } from '../../catalogue/form/labels.ts';
import { useWords } from '../../i18n/use-words.ts';
import { entryHref } from './entry-href.ts';

/** Findings shown here; all of them stand beside the entries they are about. */
const SHOWN = 5;

type Props = {
  /** Named by the buttons that it keeps from being pressed. */
  readonly id: string;
  readonly answer: CallAnswer<'findings'>;
};

/** What keeps a draft from going live, and what to look at; nothing when there is nothing. */
export function Findings({ id, answer: { findings, more } }: Props) {
  const words = useWords();
  const { t } = words;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.length - errors.length;
  if (findings.length === 0) return null;
  const shown = [...errors, ...findings.filter(({ severity }) => severity === 'warning')].slice(0, SHOWN);
  const rest = findings.length - shown.length + more;
  return (
    <div id={id}>
      <Banner
        kind={errors.length > 0 ? 'error' : 'caution'}
        title={t('release.findings', {
          errors: t('release.errors', { count: errors.length }),
          warnings: t('release.warnings', { count: warnings }),
        })}
      >
        <ul className="plain-list">
          {shown.map((finding) => (
            <li key={[finding.section, finding.id, ...finding.path, finding.code].join(' ')}>
              <a href={entryHref(finding.section, finding.id)}>{finding.id ?? finding.section}</a>{' '}
              {findingText(words, finding as Finding)}
            </li>
          ))}
        </ul>
        {rest > 0 ? <p>{t('release.moreFindings', { count: rest })}</p> : null}
      </Banner>
    </div>
  );
}
