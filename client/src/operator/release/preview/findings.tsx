import type { Finding } from '@bloomvale/shared/catalogue/finding';
import { Banner } from '../../../ui/parts/banner.tsx';
import type { CallAnswer } from '../../api/client.ts';
import { findingText } from '../../catalogue/form/labels.ts';
import { useWords } from '../../i18n/use-words.ts';
import { entryHref } from './entry-href.ts';

/** Errors shown here; all findings stand beside the entries they are about. */
const SHOWN = 5;

type Props = {
  /** Named by the buttons that it keeps from being pressed. */
  readonly id: string;
  readonly answer: CallAnswer<'findings'>;
};

/** What keeps a draft from going live, by name; warnings as a number that leads to them. */
export function Findings({ id, answer: { findings, more } }: Props) {
  const words = useWords();
  const { t } = words;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.length - errors.length + more;
  if (findings.length === 0) return null;
  const said = t('release.warnings', { count: warnings });
  if (errors.length === 0) {
    return (
      <p className="muted" id={id}>
        <a href={entryHref('catalogue', null)}>{said}</a>
      </p>
    );
  }
  const rest = errors.length - SHOWN;
  return (
    <div id={id}>
      <Banner kind="error" title={t('release.errors', { count: errors.length })}>
        <ul className="plain-list">
          {errors.slice(0, SHOWN).map((finding) => (
            <li key={[finding.section, finding.id, ...finding.path, finding.code].join(' ')}>
              <a href={entryHref(finding.section, finding.id)}>{finding.id ?? finding.section}</a>{' '}
              {findingText(words, finding as Finding)}
            </li>
          ))}
        </ul>
        {rest > 0 ? <p>{t('release.moreFindings', { count: rest })}</p> : null}
        {warnings > 0 ? <p>{said}</p> : null}
      </Banner>
    </div>
  );
}
