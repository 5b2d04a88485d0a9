import type { WorldView } from '@bloomvale/shared/protocol/lending-views';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { useTexts } from '../../use-texts.ts';

/** The map in words: each country, what is open there, what was funded, what of it is yours. */
export function PlacesTable({ world }: { world: WorldView }) {
  const { t, integer, country, coins, locale } = useTexts();
  const lines = [...world.countries].sort(
    (a, b) => b.funded - a.funded || country(a.country).localeCompare(country(b.country), locale),
  );
  return (
    <details className="box places">
      <summary>{t('map.places')}</summary>
      <ScrollTable label={t('map.places')} caption={t('map.placesCaption')}>
        <thead>
          <tr>
            <th scope="col">{t('hall.country')}</th>
            {(['people', 'open', 'funded', 'mine', 'lent'] as const).map((column) => (
              <th key={column} scope="col" className="n">
                {t(`map.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.country}>
              <th scope="row">{country(line.country)}</th>
              <td className="n">{integer(line.entrepreneurs)}</td>
              <td className="n">{integer(line.open)}</td>
              <td className="n">{integer(line.funded)}</td>
              <td className="n">{integer(line.mine)}</td>
              <td className="n">{coins(line.lent)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </details>
  );
}
