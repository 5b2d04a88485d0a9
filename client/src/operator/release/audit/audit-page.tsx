import type { AuditLine } from '@bloomvale/shared/operator/release-api';
import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { Button } from '../../../ui/parts/button.tsx';
import { Glyph } from '../../../ui/parts/icon.tsx';
import { addressOf, call } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { refusalText } from '../../i18n/refusal-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useKeys } from '../../keys/registry.ts';
import type { PageProps } from '../../pages.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Page } from '../../shell/page.tsx';
import { goQuietly } from '../../shell/route.ts';
import { tell } from '../../store/toasts.ts';
import { clockText, dayText } from '../view/when.ts';
import { actionParts, auditValues, byDay, joined, subjectOf } from './audit-words.ts';

/** A search is sent when the fingers rest this long, ms. */
const REST_MS = 300;

/** Who did what, when and why: newest first, searchable, never changed. */
export function AuditPage({ query }: PageProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(query.q ?? '');
  const [search, setSearch] = useState(typed.trim());
  useEffect(() => {
    const timer = setTimeout(() => {
      const wanted = typed.trim();
      setSearch(wanted);
      goQuietly(['audit'], wanted === '' ? {} : { q: wanted });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useKeys([
    {
      keys: ['/'],
      text: 'searchAudit',
      run: () => {
        const field = document.querySelector<HTMLInputElement>('.audit-search');
        field?.focus();
        return field !== null;
      },
    },
  ]);
  return (
    <Page title={t('place.audit')} about={<span className="muted">{t('audit.about')}</span>}>
      <Panel
        title={t('audit.lines')}
        tools={
          <div className="push row row--wrap">
            <input
              type="search"
              className="input audit-search"
              aria-label={t('audit.search')}
              placeholder={t('audit.searchHint')}
              maxLength={60}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            <a className="btn" href={addressOf('exportAudit', {})} download>
              <Glyph name="download-simple" /> {t('audit.export')}
            </a>
          </div>
        }
      >
        <Lines key={search} search={search} />
      </Panel>
    </Page>
  );
}

function Lines({ search }: { search: string }) {
  const words = useWords();
  const { t, locale } = words;
  const called = useCall('audit', { query: search === '' ? {} : { search } });
  const [older, setOlder] = useState<readonly (readonly AuditLine[])[]>([]);
  const [before, setBefore] = useState<number | null | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  const more = async (from: number): Promise<void> => {
    setAsking(true);
    const answer = await call('audit', { query: { before: from, ...(search === '' ? {} : { search }) } });
    setAsking(false);
    if (!answer.ok) return tell({ tone: 'refusal', text: refusalText(answer.error, words) });
    setOlder([...older, answer.value.lines]);
    setBefore(answer.value.before);
  };
  return (
    <Answered called={called}>
      {(first) => {
        const lines = joined([first.lines, ...older]);
        const next = before === undefined ? first.before : before;
        if (lines.length === 0)
          return <Empty title={search === '' ? t('audit.none') : t('audit.noMatch', { search })} />;
        return (
          <>
            {byDay(lines, (at) => dayText(at, locale)).map(({ day, lines: ofDay }) => (
              <section key={day} aria-label={day}>
                <h3 className="log-day">{day}</h3>
                <ul className="log">
                  {ofDay.map((line) => (
                    <Line key={line.id} line={line} />
                  ))}
                </ul>
              </section>
            ))}
            {next === null ? (
              <p className="muted">{t('audit.end')}</p>
            ) : (
              <Button busy={asking ? t('audit.loading') : false} onClick={() => void more(next)}>
                {t('audit.older')}
              </Button>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function Line({ line }: { line: AuditLine }) {
  const { t, locale } = useWords();
  return (
    <li>
      <time dateTime={new Date(line.at).toISOString()}>{clockText(line.at, locale)}</time>
      <p>
        <b>{line.role === 'system' ? t('audit.system') : line.name}</b>{' '}
        {line.role === 'system' ? null : <span className="muted">{roleText(line.role, t)}</span>} <Did line={line} />
        {line.actor.startsWith('token:') ? <span className="muted"> {t('audit.byToken')}</span> : null}
        {line.reason === '' ? null : t('audit.because', { reason: line.reason })}
      </p>
    </li>
  );
}

type T = ReturnType<typeof useWords>['t'];
const roleText = (role: string, t: T): string => {
  const key = `role.${role}`;
  return i18next.exists(key, { ns: 'operator' }) ? t(key as 'role.viewer') : role;
};

/** The act in words; one that is newer than this page stands for itself. */
function Did({ line }: { line: AuditLine }) {
  const { t } = useWords();
  const parts = actionParts(line.action);
  const [kind, name] = subjectOf(line.subject);
  const subjectKey = `audit.subject.${kind}`;
  const subject =
    kind !== null && i18next.exists(subjectKey, { ns: 'operator' })
      ? t(subjectKey as 'audit.subject.draft', { name })
      : name;
  const key = parts === null ? null : `audit.did.${parts[0]}.${parts[1]}`;
  if (key === null || !i18next.exists(key, { ns: 'operator' })) {
    return (
      <>
        <code>{line.action}</code> {subject}
      </>
    );
  }
  return <>{t(key as 'audit.did.proposal.ask', { ...auditValues(line), subject })}</>;
}
