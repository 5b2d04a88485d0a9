import { GRADES, SECTORS } from '../content/lending.ts';
import { drawBlock, type PhiloxKey, STREAM, wordBelow } from '../random/philox.ts';
import type { HALL_GENDERS, HallLoan } from './hall-index.ts';

const KEY: PhiloxKey = [20_240_101, 7];
const COUNTRIES = 'ph ke pe kh sv ug pk tj ec py ng gh rw bo gt ni in np vn id mx ht sn ml bf tg am ge kg ws'.split(
  ' ',
);
const SYLLABLES =
  'a ba da ka la ma na ra sa ta wa ya e be de ke le me ne re se i bi di ki li mi ni ri si o bo do ko lo mo u'.split(
    ' ',
  );
const TERMS = [6, 8, 10, 11, 12, 14, 14, 18, 20, 24];
const TRADES = 160;

const word = (bits: number, syllables: number): string => {
  let left = bits;
  let text = '';
  for (let i = 0; i < syllables; i++) {
    text += SYLLABLES[left % SYLLABLES.length];
    left = Math.floor(left / SYLLABLES.length);
  }
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/**
 * A catalogue of so many people with one open loan each, drawn like Kiva's (microfinance.md 4.1 and 8) but for names that are all
 * different: for tests and benches of the hall. The same every time.
 */
export function madeUpLoans(count: number, at = 1_760_000_000_000): HallLoan[] {
  return Array.from({ length: count }, (_, n) => {
    const words = [0, 1, 2, 3, 4, 5].flatMap((draw) => [
      ...drawBlock(KEY, { entity: n, period: 0, stream: STREAM.profile, draw }),
    ]);
    const pick = (i: number, size: number): number => wordBelow(words[i] as number, size);
    const [name, family] = [word(words[0] as number, 3), word(words[1] as number, 4)];
    const trade = pick(2, TRADES);
    const members = pick(3, 100) < 17 ? 3 + pick(4, 8) : 1;
    const months = TERMS[pick(5, TERMS.length)] as number;
    const bullet = pick(6, 10) === 0;
    const amount = (4 + pick(7, 37)) * 2_500;
    const opened = at - pick(8, 14_400) * 1_000;
    const gender = pick(9, 10) < 8 ? 'women' : pick(10, 2) === 0 ? 'men' : 'mixed';
    return {
      id: `${name}-${family}-v1-${n}`.toLowerCase(),
      entrepreneur: `${name}-${family}`.toLowerCase(),
      name: `${name} ${family}`,
      town: word(pick(11, 900) * 7_919, 3),
      country: COUNTRIES[Math.min(pick(12, 60), pick(13, 60)) % COUNTRIES.length] as string,
      sector: SECTORS[Math.min(pick(14, 15), pick(15, 15))] as HallLoan['sector'],
      activity: { en: `${word(trade * 104_729, 3)} trade`, fr: `Métier de ${word(trade * 104_729, 3)}` },
      gender: gender === 'mixed' && members === 1 ? 'men' : (gender as (typeof HALL_GENDERS)[number]),
      members,
      partner: `partner-${pick(16, 90)}`,
      rating: 1 + (pick(16, 90) % 9) / 2,
      grade: GRADES[pick(18, GRADES.length)] as HallLoan['grade'],
      starter: n % 200 === 0,
      funding: pick(19, 3) === 0 ? 'flexible' : 'fixed',
      termHours: months * 720,
      halfBackHours: bullet ? months * 720 : Math.ceil(months / 2) * 720,
      annualCost: (18 + pick(20, 28)) / 100,
      amount,
      raised: Math.min(amount - 2_500, pick(21, 40) * 2_500),
      openedAt: opened,
      expiresAt: opened + 14_400_000,
    };
  });
}
