import { useId, useState } from 'react';
import { Glyph } from '../../../ui/parts/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { fieldId, findingsAt, useForm } from '../form/form-context.ts';
import { findingText, labelOf } from '../form/labels.ts';
import { fieldValue } from '../form/set-path.ts';
import { type Feature, type Group, LOOK_GROUPS, lookFeatures } from './look-parts.ts';
import { Portrait } from './portrait.tsx';

/** Portrait builder: every feature of the kit beside the portrait as it will be drawn. */
export function LookField() {
  const words = useWords();
  const { t } = words;
  const { section, entry, findings } = useForm();
  const [group, setGroup] = useState<Group>('face');
  const look = fieldValue(entry, ['look']);
  const name = fieldValue(entry, ['name']);
  const own = [...new Set(findings.filter(({ path }) => path[0] === 'look').map((one) => findingText(words, one)))];
  return (
    <fieldset className="full group" id={fieldId(['look'])}>
      <legend className="label">{labelOf(words, section, ['look'])}</legend>
      <div className="look">
        <div className="look__seen">
          <Portrait look={look} size={132} label={t('look.of', { name: String(name ?? '') })} />
          <Portrait look={look} size={44} label="" />
        </div>
        <div className="look__choice">
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out inside the pill */}
          <div className="segmented" role="group" aria-label={labelOf(words, section, ['look'])}>
            {LOOK_GROUPS.map((one) => (
              <button key={one} type="button" aria-pressed={one === group} onClick={() => setGroup(one)}>
                {t(`look.${one}`)}
              </button>
            ))}
          </div>
          <div className="form">
            {lookFeatures()[group].map((feature) => (
              <FeatureField key={feature.name} feature={feature} />
            ))}
          </div>
        </div>
      </div>
      {own.map((note) => (
        <p className="error" key={note}>
          <Glyph name="warning-circle" /> {note}
        </p>
      ))}
    </fieldset>
  );
}

function FeatureField({ feature }: { feature: Feature }) {
  const words = useWords();
  const { t } = words;
  const { section, entry, findings, set, readOnly } = useForm();
  const path = ['look', feature.name];
  const value = fieldValue(entry, path);
  const id = useId();
  const label = labelOf(words, section, path);
  const wrong = findingsAt(findings, path).length > 0 ? true : undefined;
  if (feature.kind === 'flag') {
    return (
      <label className="check">
        <input
          type="checkbox"
          checked={value === true || value === 1}
          disabled={readOnly}
          // The catalogue writes 1 for yes and leaves no out.
          onChange={({ target }) => set(path, target.checked ? 1 : null)}
        />
        {label}
      </label>
    );
  }
  if (feature.kind === 'colour') return <Colour id={id} label={label} path={path} optional={feature.optional} />;
  const steps =
    feature.kind === 'steps'
      ? Array.from({ length: feature.most - feature.least + 1 }, (_, i) => feature.least + i)
      : [];
  const custom = feature.kind === 'named' && typeof value === 'string' && value.startsWith('#');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        value={value === null ? '' : custom ? '#' : `=${value}`}
        disabled={readOnly}
        aria-invalid={wrong}
        onChange={({ target }) => {
          const chosen = target.value;
          if (chosen === '') set(path, null);
          else if (chosen === '#') set(path, '#3f2c27');
          else set(path, feature.kind === 'steps' ? Number(chosen.slice(1)) : chosen.slice(1));
        }}
      >
        {feature.optional ? <option value="">{t('look.none')}</option> : null}
        {steps.map((step) => (
          <option key={step} value={`=${step}`}>
            {t('look.step', { number: step - leastOf(feature) + 1 })}
          </option>
        ))}
        {feature.kind === 'words' || feature.kind === 'named'
          ? feature.words.map((word) => (
              <option key={word} value={`=${word}`}>
                {word === '' ? t('look.plain') : t(`lookWord.${word as 'crop'}`)}
              </option>
            ))
          : null}
        {feature.kind === 'named' ? <option value="#">{t('look.other')}</option> : null}
      </select>
      {custom ? <Colour id={`${id}-colour`} label={t('look.other')} path={path} optional={false} /> : null}
    </div>
  );
}

const leastOf = (feature: Feature): number => (feature.kind === 'steps' ? feature.least : 0);

/** The browser's own colour field wants six digits. */
const sixDigits = (colour: string): string =>
  /^#[0-9a-f]{3}$/i.test(colour) ? colour.replaceAll(/[0-9a-f]/gi, (digit) => digit + digit) : colour;

type ColourProps = {
  readonly id: string;
  readonly label: string;
  readonly path: readonly string[];
  readonly optional: boolean;
};

function Colour({ id, label, path, optional }: ColourProps) {
  const { t } = useWords();
  const { entry, set, readOnly } = useForm();
  const value = fieldValue(entry, path);
  const colour = typeof value === 'string' ? sixDigits(value) : null;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="row">
        <input
          type="color"
          id={id}
          className="input input--colour"
          value={colour ?? '#ffffff'}
          disabled={readOnly}
          onChange={({ target }) => set(path, target.value)}
        />
        {colour === null ? (
          <span className="muted">{t('look.asKit')}</span>
        ) : optional && !readOnly ? (
          <button type="button" className="link" onClick={() => set(path, null)}>
            {t('look.reset')}
          </button>
        ) : (
          <span className="muted">{colour}</span>
        )}
      </span>
    </div>
  );
}
