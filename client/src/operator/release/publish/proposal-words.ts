import type { Proposal } from '@bloomvale/shared/operator/release-api';
import i18next from 'i18next';
import type { Words } from '../../i18n/words.ts';

/** "the economy and the model": why somebody else is needed. A code without a text of its own stands for itself. */
export function becauseText(because: readonly string[], { t, locale }: Words): string {
  const names = because.map((code) => {
    const key = `release.because.${code}`;
    return i18next.exists(key, { ns: 'operator' }) ? t(key as 'release.because.economy') : code;
  });
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** "Publish draft 42: Spring", "Roll back to version 40". */
export function proposalTitle(
  { kind, payload }: Pick<Proposal, 'kind' | 'payload'>,
  { t, coins, integer }: Words,
): string {
  switch (kind) {
    case 'publish':
      return t('release.kind.publish', { title: text(payload.title) });
    case 'rollback':
      return t('release.kind.rollback', { number: text(payload.to) });
    case 'clock':
      return payload.monthSeconds === 0
        ? t('release.kind.clockStop')
        : t('release.kind.clock', { seconds: integer(Number(payload.monthSeconds) || 0) });
    case 'correction':
      return t('release.kind.correction', { name: text(payload.name), amount: coins(Number(payload.amount) || 0) });
  }
}
