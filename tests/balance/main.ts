import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { balanceReport } from './report.ts';
import { STYLES } from './styles.ts';
import { playWeek } from './week.ts';

/** `npm run balance`: the first seven days of three styles of play, as they would be with today's catalogue. */
const content = loadCatalogue();
const weeks = STYLES.map((style) => playWeek(content, style, [3, 5]));
process.stdout.write(`${balanceReport(weeks)}\n`);
