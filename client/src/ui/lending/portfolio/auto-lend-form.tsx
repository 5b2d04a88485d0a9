import { GRADES, SECTORS } from '@bloomvale/shared/content/lending';
import type { AutoLendRules } from '@bloomvale/shared/protocol/lending-commands';
import { AUTO_LEND_ABSENCE_DAYS } from '@bloomvale/shared/protocol/lending-commands';
import type { AutoLendView } from '@bloomvale/shared/protocol/lending-views';
import { useEffect, useMemo, useState } from 'react';
import { refusalText } from '../../../i18n/refusal-text.ts';
import { actions } from '../../../store/actions.ts';
import { contentStore } from '../../../store/content.ts';
import type { Refusal } from '../../../store/fault.ts';
import { lendingStore } from '../../../store/lending.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Modal } from '../../parts/modal.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { Slider } from '../../parts/slider.tsx';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { CheckList } from '../hall/check-list.tsx';
import { firstRules, fitsRules } from './auto-rules.ts';

type Props = { readonly view: AutoLendView; readonly onClose: () => void; readonly onSaved: () => void };

const FIRST = 5;
/** Ends of the sliders, in shares where they are amounts: beyond them one had better choose by hand. */
const MOST_SHARES = { perLoan: 8, perDay: 40, reserve: 40, stopAtLoss: 40 } as const;
const MOST_COST_PERCENT = 60;
const MOST_MONTHS = 36;

/** Criteria, limits and stops. Nothing is ticked by itself beyond careful beginnings, and saving says what it turns on. */
export function AutoLendForm({ view, onClose, onSaved }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const share = useSlice(contentStore, ({ content }) => content?.economy.lending.share ?? 2_500);
  const [rules, setRules] = useState<AutoLendRules>(() => view.rules ?? firstRules(share));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const none = rules.grades.length === 0;
  const save = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    const reply = await actions().command('lend.auto', { on: true, rules });
    setBusy(false);
    if (reply.ok) onSaved();
    else setRefusal({ from: 'game', code: reply.code, detail: reply.detail });
  };
  return (
    <Modal title={t('auto.formTitle')} onClose={onClose} width={680}>
      <div className="stack stack--l auto-form">
        <p>{t('auto.formBody', { count: AUTO_LEND_ABSENCE_DAYS })}</p>
        <Criteria rules={rules} onChange={setRules} />
        <Limits rules={rules} share={share} onChange={setRules} />
        <Fitting rules={rules} />
        {refusal === null ? null : (
          <Banner kind="error" role="alert" title={t('auto.refused')}>
            {refusalText(refusal, texts)}
          </Banner>
        )}
        <div className="row row--wrap dialog__foot">
          <Button
            look="primary"
            busy={busy ? t('auto.saving') : false}
            blocked={none ? t('auto.noGrade') : null}
            onClick={() => void save()}
          >
            {view.on ? t('auto.save') : t('auto.turnOn')}
          </Button>
          <Button onClick={onClose}>{t('common.notNow')}</Button>
        </div>
        <SimLabel many />
      </div>
    </Modal>
  );
}

type PartProps = { readonly rules: AutoLendRules; readonly onChange: (rules: AutoLendRules) => void };

function Criteria({ rules, onChange }: PartProps) {
  const { t, country, decimal } = useTexts();
  const content = useSlice(contentStore, (state) => state.content);
  const people = content?.entrepreneurs ?? [];
  const sectors = SECTORS.map((value) => ({
    value,
    label: t(`sector.${value}`),
    count: people.filter(({ sector }) => sector === value).length,
  }));
  const countries = [...new Set(people.map((person) => person.country))]
    .map((value) => ({
      value,
      label: country(value),
      count: people.filter((person) => person.country === value).length,
    }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const orNull = <T,>(chosen: readonly T[]): T[] | null => (chosen.length === 0 ? null : [...chosen]);
  return (
    <div className="auto-form__criteria">
      <CheckList
        legend={t('auto.sectors')}
        options={sectors}
        chosen={rules.sectors ?? []}
        onChange={(chosen) => onChange({ ...rules, sectors: orNull(chosen) })}
        first={FIRST}
        more={(count) => t('hall.moreSectors', { count })}
      />
      <CheckList
        legend={t('auto.countries')}
        options={countries}
        chosen={rules.countries ?? []}
        onChange={(chosen) => onChange({ ...rules, countries: orNull(chosen) })}
        first={FIRST}
        more={(count) => t('hall.moreCountries', { count })}
      />
      <CheckList
        legend={t('auto.grades')}
        options={GRADES.map((value) => ({
          value,
          label: value,
          count: people.filter(({ loan }) => loan.grade === value).length,
        }))}
        chosen={rules.grades}
        onChange={(chosen) => onChange({ ...rules, grades: GRADES.filter((grade) => chosen.includes(grade)) })}
      />
      <div className="stack">
        <Slider
          label={t('hall.rating')}
          value={rules.minRating}
          text={t('hall.atLeast', { score: decimal(rules.minRating, Number.isInteger(rules.minRating) ? 0 : 1) })}
          min={0.5}
          max={5}
          step={0.5}
          onChange={(minRating) => onChange({ ...rules, minRating })}
        />
        <Slider
          label={t('hall.cost')}
          value={Math.round(rules.maxAnnualCost * 100)}
          text={t('hall.upToPercent', { percent: Math.round(rules.maxAnnualCost * 100) })}
          min={0}
          max={MOST_COST_PERCENT}
          step={5}
          onChange={(percent) => onChange({ ...rules, maxAnnualCost: percent / 100 })}
        />
        <Slider
          label={t('hall.length')}
          value={rules.maxMonths}
          text={t('hall.upToMonths', { count: rules.maxMonths })}
          min={1}
          max={MOST_MONTHS}
          step={1}
          onChange={(maxMonths) => onChange({ ...rules, maxMonths })}
        />
      </div>
    </div>
  );
}

/** Amounts in whole shares; a day takes at least one loan's worth. */
function Limits({ rules, share, onChange }: PartProps & { readonly share: number }) {
  const { t, coins } = useTexts();
  const slider = (limit: keyof typeof MOST_SHARES, least: number, change: (amount: number) => AutoLendRules) => (
    <Slider
      key={limit}
      label={t(`auto.limit.${limit}`)}
      value={rules[limit] / share}
      text={t('auto.coins', { amount: coins(rules[limit]) })}
      min={least}
      max={MOST_SHARES[limit]}
      step={1}
      onChange={(shares) => onChange(change(shares * share))}
    />
  );
  return (
    <fieldset className="auto-form__limits">
      <legend className="label">{t('auto.limits')}</legend>
      {slider('perLoan', 1, (perLoan) => ({ ...rules, perLoan, perDay: Math.max(perLoan, rules.perDay) }))}
      {slider('perDay', 1, (perDay) => ({ ...rules, perDay, perLoan: Math.min(perDay, rules.perLoan) }))}
      {slider('reserve', 0, (reserve) => ({ ...rules, reserve }))}
      {slider('stopAtLoss', 1, (stopAtLoss) => ({ ...rules, stopAtLoss }))}
    </fieldset>
  );
}

/** What the rules would choose from now: nothing is lent by looking. */
function Fitting({ rules }: { rules: AutoLendRules }) {
  const { t } = useTexts();
  const { loans, order, status } = useSlice(lendingStore, (state) => state.hall);
  useEffect(() => {
    void actions().loadHall();
  }, []);
  const fitting = useMemo(
    () => order.flatMap((id) => loans[id] ?? []).filter((loan) => fitsRules(loan, rules)),
    [loans, order, rules],
  );
  if (status !== 'ready') return null;
  return (
    <p role="status" className="banner">
      <span>
        {t('auto.fitting', { count: fitting.length, all: order.length })}{' '}
        {fitting
          .slice(0, FIRST)
          .map(({ name }) => name)
          .join(', ')}
      </span>
    </p>
  );
}
