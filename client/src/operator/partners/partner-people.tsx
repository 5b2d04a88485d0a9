import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { entriesById, entriesOf } from '../catalogue/editor/entries.ts';
import { fieldValue } from '../catalogue/form/set-path.ts';
import { lossOf, titleOf } from '../catalogue/table/columns.ts';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../parts/panel.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { hrefTo } from '../shell/route.ts';

/** Whom a field partner stands for, with what they ask for; each leads to her own form. */
export function PartnerPeople({ id, now }: { id: string; now: Json }) {
  const words = useWords();
  const { t, decimal, integer } = words;
  const partner = entriesById(now, 'partners').get(id);
  if (partner === undefined) return null;
  const people = entriesOf(now, 'entrepreneurs').filter((person) => fieldValue(person, ['partner']) === id);
  const amounts = people.map((person) => Number(fieldValue(person, ['loan', 'amount'])));
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const loss = people.reduce((sum, person, i) => sum + lossOf(person, now) * (amounts[i] ?? 0), 0);
  return (
    <Panel
      title={t('partner.people', { name: titleOf('partners', partner, words) })}
      bare
      foot={
        people.length === 0 ? null : (
          <span>
            {t('partner.sum', {
              count: people.length,
              coins: integer(total),
              loss: decimal(total === 0 ? 0 : (loss / total) * 100, 1),
            })}
          </span>
        )
      }
    >
      {people.length === 0 ? (
        <p className="panel-body muted">{t('partner.nobody')}</p>
      ) : (
        <ScrollBox label={t('partner.table')}>
          <table className="dense">
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col" className="n">
                  {t('column.coins')}
                </th>
                <th scope="col" className="n">
                  {t('column.cost')}
                </th>
                <th scope="col" className="n">
                  {t('column.loss')}
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map((person, i) => (
                <tr key={person.id}>
                  <td>
                    <a href={hrefTo(['catalogue', 'entrepreneurs', person.id])}>
                      {titleOf('entrepreneurs', person, words)}
                    </a>
                  </td>
                  <td className="n">{integer(amounts[i] ?? 0)}</td>
                  <td className="n">{decimal(Number(fieldValue(person, ['loan', 'annualCost'])) * 100, 1)}</td>
                  <td className="n">{decimal(lossOf(person, now) * 100, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Panel>
  );
}
