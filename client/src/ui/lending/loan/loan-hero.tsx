import { placeFile } from '@bloomvale/assets/frames';
import type { WholeLoan } from '../../../store/lending.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { GENERATED, Glyph, Icon } from '../../parts/icon.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useTexts } from '../../use-texts.ts';
import { LoanStatus } from '../loan-status.tsx';
import { SECTOR_ICONS } from '../sector.ts';

/** Who asks, where, for what, in her own words. */
export function LoanHero({ loan, happy }: { loan: WholeLoan; happy: boolean }) {
  const { t, local, country, coins } = useTexts();
  const [first] = loan.schedule;
  const each = first === undefined ? 0 : first.principal + first.interest;
  const even = loan.schedule.slice(0, -1).every((row) => Math.abs(row.principal + row.interest - each) <= 1);
  return (
    <section className="hero" aria-labelledby="who">
      <img className="hero__place" src={`${GENERATED}/${placeFile(loan.sector)}`} alt="" />
      <div className="hero__who">
        <Avatar
          who={loan.entrepreneur}
          size={104}
          rim={5}
          happy={happy}
          country={loan.country}
          alt={t('loan.portrait', { name: loan.name })}
        />
        <div>
          <h2 id="who">{loan.name}</h2>
          <p className="muted">{t('loan.town', { town: loan.town, country: country(loan.country) })}</p>
        </div>
        <span className="push">
          <LoanStatus loan={loan} daysPastDue={loan.daysPastDue} />
        </span>
      </div>
      <div className="hero__story">
        <p className="row row--wrap">
          <span className="chip">
            <Icon name={SECTOR_ICONS[loan.sector]} size={18} /> {t(`sector.${loan.sector}`)}
          </span>
          <span className="chip">{local(loan.activity)}</span>
          <span className="tag">
            <Glyph name="calendar-blank" />{' '}
            {even
              ? t('loan.instalmentsOf', { count: loan.instalments, amount: coins(each) })
              : t('loan.instalments', { count: loan.instalments })}
          </span>
        </p>
        <SimLabel />
        {loan.chapter !== undefined && loan.chapter.number > 1 ? (
          <p className="hint">{t('loan.chapter', { n: loan.chapter.number, of: loan.chapter.of })}</p>
        ) : null}
        <p className="hero__use">{t('loan.for', { amount: coins(loan.amount), use: local(loan.use) })}</p>
        <blockquote>{t('loan.quote', { text: local(loan.quote) })}</blockquote>
        <p className="hero__text">{local(loan.story)}</p>
        {loan.letter === null ? null : (
          <aside className="letter">
            <h3>{t('loan.letter', { name: loan.shortName })}</h3>
            <p>{local(loan.letter)}</p>
          </aside>
        )}
      </div>
    </section>
  );
}
