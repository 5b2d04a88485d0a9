import type { Finding } from '@bloomvale/shared/catalogue/finding';
import { Fragment } from 'react';
import { Banner } from '../../../ui/parts/banner.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { fieldTitle } from './field-title.ts';
import { fieldId } from './form-context.ts';
import { findingText } from './labels.ts';

/** Leads to a field; when it lies in a closed part of the form, to the nearest thing round it. */
export function showField(path: readonly string[]): void {
  for (let length = path.length; length > 0; length -= 1) {
    const found = document.getElementById(fieldId(path.slice(0, length)));
    if (found === null) continue;
    for (let at: HTMLElement | null = found; at !== null; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true;
    found.scrollIntoView({ block: 'center' });
    if (found.matches('input, select, textarea, button')) found.focus({ preventScroll: true });
    return;
  }
}

/** What keeps an entry from being published, with a link to each field. */
export function FindingSummary({ findings }: { findings: readonly Finding[] }) {
  const words = useWords();
  const { t } = words;
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  const fields = [...new Map(errors.map((one) => [one.path.join('.'), one])).values()];
  const whole = errors.filter(({ path }) => path.length === 0);
  return (
    <Banner kind="error" title={t('form.notYet')}>
      {whole.map((one) => (
        <p key={one.code}>{findingText(words, one)}</p>
      ))}
      <p>
        {fields
          .filter(({ path }) => path.length > 0)
          .map((one, i) => (
            <Fragment key={one.path.join('.')}>
              {i === 0 ? null : ', '}
              <button type="button" className="link" onClick={() => showField(one.path)}>
                {fieldTitle(words, one.section === 'catalogue' ? 'entrepreneurs' : one.section, one.path)}
              </button>
            </Fragment>
          ))}
      </p>
    </Banner>
  );
}
