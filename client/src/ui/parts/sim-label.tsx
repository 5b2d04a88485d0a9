import { useTexts } from '../use-texts.ts';
import { Glyph } from './icon.tsx';

/** The label that never goes away: stands wherever one can lend or compare loans. */
export function SimLabel({ many = false, className }: { many?: boolean; className?: string }) {
  const { t } = useTexts();
  return (
    <p className={`sim${className === undefined ? '' : ` ${className}`}`}>
      <Glyph name="info" size="s" /> {many ? t('sim.many') : t('sim.one')}
    </p>
  );
}
