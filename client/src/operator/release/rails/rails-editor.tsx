import type { Figure, Rail } from '@bloomvale/shared/operator/preview-api';
import { useId, useState } from 'react';
import { Button } from '../../../ui/parts/button.tsx';
import { Glyph } from '../../../ui/parts/icon.tsx';
import { IconButton } from '../../../ui/parts/icon-button.tsx';
import { Select } from '../../../ui/parts/select.tsx';
import { useAct } from '../../api/use-act.ts';
import { useCall } from '../../api/use-call.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ask } from '../../parts/ask.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { tell } from '../../store/toasts.ts';
import { useBlocked } from '../../store/use-may.ts';
import { allowedOf } from '../preview/figure-words.ts';
import { FIGURE_KINDS } from '../view/figure-format.ts';
import { type RailDraft, type RailFault, railDraft, railless, readRails } from '../view/rails-form.ts';

/** Bounds by which previews and the live figures are judged: anybody may read them, a publisher changes them, with a reason. */
export function RailsTab() {
  const { t, locale } = useWords();
  const called = useCall('rails', {});
  return (
    <Panel bare title={t('rails.title')} tools={<span className="muted">{t('rails.about')}</span>}>
      <Answered called={called}>
        {({ rails }) => <Editor key={`${locale} ${JSON.stringify(rails)}`} rails={rails} onSaved={called.reload} />}
      </Answered>
    </Panel>
  );
}

function Editor({ rails, onSaved }: { rails: readonly Rail[]; onSaved: () => void }) {
  const { t, locale } = useWords();
  const blocked = useBlocked('publisher');
  const { busy, act } = useAct();
  const kept = rails.map((rail) => railDraft(rail, locale));
  const [drafts, setDrafts] = useState<readonly RailDraft[]>(kept);
  const [tried, setTried] = useState(false);
  const read = readRails(drafts);
  const faults = tried && 'faults' in read ? read.faults : new Map<number, RailFault>();
  const changed = JSON.stringify(drafts) !== JSON.stringify(kept);
  const save = async (): Promise<void> => {
    setTried(true);
    if ('faults' in read) return;
    const reason = await ask({ title: t('rails.saveTitle'), act: t('rails.save'), reason: true });
    if (reason === null) return;
    const answer = await act('setRails', { body: { rails: [...read.rails], reason } });
    if (answer?.ok !== true) return;
    tell({ text: t('rails.saved') });
    onSaved();
  };
  const change = (i: number, over: Partial<RailDraft>): void =>
    setDrafts(drafts.map((rail, at) => (at === i ? { ...rail, ...over } : rail)));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t('rails.region')}>
        <table className="dense rails">
          <caption className="sr-only">{t('rails.region')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('preview.column.measure')}</th>
              <th scope="col">{t('rails.least')}</th>
              <th scope="col">{t('rails.most')}</th>
              <th scope="col">{t('rails.reads')}</th>
              <th scope="col">
                <span className="sr-only">{t('rails.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((rail, i) => (
              <Line
                key={rail.figure}
                rail={rail}
                fault={faults.get(i) ?? null}
                locked={blocked !== null}
                onChange={(over) => change(i, over)}
                onRemove={() => setDrafts(drafts.filter((_, at) => at !== i))}
              />
            ))}
          </tbody>
        </table>
      </section>
      <footer className="panel-foot">
        {blocked === null ? <Add figures={railless(drafts)} onAdd={(rail) => setDrafts([...drafts, rail])} /> : null}
        <span className="push row row--wrap">
          {changed ? <Button onClick={() => setDrafts(kept)}>{t('rails.reset')}</Button> : null}
          <Button
            look="primary"
            blocked={blocked ?? (changed ? null : t('rails.unchanged'))}
            busy={busy === null ? false : t('rails.saving')}
            onClick={() => void save()}
          >
            {t('rails.save')}
          </Button>
        </span>
      </footer>
    </>
  );
}

type LineProps = {
  rail: RailDraft;
  fault: RailFault | null;
  locked: boolean;
  onChange: (over: Partial<RailDraft>) => void;
  onRemove: () => void;
};

function Line({ rail, fault, locked, onChange, onRemove }: LineProps) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const figure = t(`preview.figure.${rail.figure}`);
  const alone = readRails([rail]);
  const kind = FIGURE_KINDS[rail.figure];
  return (
    <tr>
      <th scope="row">{figure}</th>
      {(['least', 'most'] as const).map((side) => (
        <td key={side}>
          <span className="rails__bound">
            <input
              className="input"
              inputMode="decimal"
              autoComplete="off"
              value={rail[side]}
              readOnly={locked}
              aria-label={t('rails.bound', { figure, side: t(`rails.${side}`) })}
              aria-invalid={fault === null ? undefined : true}
              aria-describedby={fault === null ? undefined : id}
              onChange={({ target }) => onChange({ [side]: target.value })}
            />
            {kind === 'plain' ? null : <span className="muted">{t(`rails.unit.${kind}`)}</span>}
          </span>
        </td>
      ))}
      <td>
        {fault === null ? (
          'rails' in alone && alone.rails[0] !== undefined ? (
            allowedOf(rail.figure, alone.rails[0], words)
          ) : (
            <span className="muted">–</span>
          )
        ) : (
          <p className="error" id={id}>
            <Glyph name="warning-circle" /> {t(`rails.fault.${fault}`)}
          </p>
        )}
      </td>
      <td>{locked ? null : <IconButton label={t('rails.removeOf', { figure })} glyph="trash" onClick={onRemove} />}</td>
    </tr>
  );
}

function Add({ figures, onAdd }: { figures: readonly Figure[]; onAdd: (rail: RailDraft) => void }) {
  const { t } = useWords();
  const id = useId();
  const [chosen, setChosen] = useState<Figure | null>(null);
  const first = figures[0];
  if (first === undefined) return null;
  const figure = chosen !== null && figures.includes(chosen) ? chosen : first;
  return (
    <div className="row row--wrap rails__add">
      <label className="label" htmlFor={id}>
        {t('rails.another')}
      </label>
      <Select
        id={id}
        value={figure}
        options={figures.map((value) => ({ value, label: t(`preview.figure.${value}`) }))}
        onChange={setChosen}
      />
      <Button onClick={() => onAdd({ figure, least: '', most: '' })}>
        <Glyph name="plus" /> {t('rails.add')}
      </Button>
    </div>
  );
}
