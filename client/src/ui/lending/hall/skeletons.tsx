import { useEffect, useState } from 'react';
import { actions } from '../../../store/actions.ts';
import { Button } from '../../parts/button.tsx';
import { useTexts } from '../../use-texts.ts';

/** Nothing for a moment (most answers are faster), then shapes of the same size, then an honest word. */
const SHAPES_AFTER_MS = 300;
const LONG_AFTER_MS = 8_000;

export function LoanSkeletons() {
  const { t } = useTexts();
  const [stage, setStage] = useState<'nothing' | 'shapes' | 'long'>('nothing');
  useEffect(() => {
    const shapes = setTimeout(() => setStage('shapes'), SHAPES_AFTER_MS);
    const long = setTimeout(() => setStage('long'), LONG_AFTER_MS);
    return () => {
      clearTimeout(shapes);
      clearTimeout(long);
    };
  }, []);
  return (
    <div aria-busy="true">
      <p role="status" className={stage === 'long' ? 'row row--wrap' : 'sr-only'}>
        {stage === 'long' ? t('common.long') : t('common.loading')}
        {stage === 'long' ? <Button onClick={() => void actions().loadHall()}>{t('common.retry')}</Button> : null}
      </p>
      {stage === 'nothing' ? null : (
        <ul className="loans" aria-hidden="true">
          {[1, 2, 3, 4, 5, 6].map((card) => (
            <li key={card} className="loan loan--skeleton">
              <span className="skeleton skeleton--place" />
              <span className="skeleton skeleton--face" />
              <span className="skeleton" />
              <span className="skeleton skeleton--short" />
              <span className="skeleton skeleton--facts" />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
