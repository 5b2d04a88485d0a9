import type { Look } from '../content/lending.ts';
import { tellEconomy } from './economy-findings.ts';
import { type Finding, makeFinding, type Tell } from './finding.ts';
import { tellGoods } from './goods-findings.ts';
import { type JudgedContent, judgeContent } from './judged-content.ts';
import { tellLetters } from './letter-findings.ts';
import { tellLoans } from './loan-findings.ts';
import { tellReferences } from './reference-findings.ts';
import { tellSeasons } from './season-findings.ts';
import { tellSharedRuns } from './shared-runs.ts';
import { tellTexts } from './text-findings.ts';

/** What can be drawn, and what the running release has drawn: asked of the drawing kit, which this package does not know. */
export type CatalogueKit = {
  /** The feature of a portrait that cannot be drawn; null when all of it can. */
  readonly portraitFault: (look: Look) => string | null;
  /** There is a picture of this person with this look: faces and figures are drawn when a release is built. */
  readonly hasPicture: (id: string, look: Look) => boolean;
  readonly hasFlag: (country: string) => boolean;
  readonly hasCrop: (id: string) => boolean;
  readonly hasIcon: (icon: string) => boolean;
};

/** As many as one can work through, and as an answer stays small; the last one says how many more there are. */
export const FINDINGS_MOST = 2_000;

/**
 * Everything an operator has to know about a catalogue before it goes live, errors first, each once. Takes anything: what does not fit its
 * schema is told, and further checks look at the rest. Linear in the number of entries.
 */
export function catalogueFindings(content: unknown, kit: CatalogueKit): Finding[] {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  let more = 0;
  const tell: Tell = (at, code, detail = {}) => {
    const finding = makeFinding(at, code, detail);
    const list = finding.severity === 'error' ? errors : warnings;
    if (list.length < FINDINGS_MOST) list.push(finding);
    else more += 1;
  };
  const judged = judgeContent(content, tell);
  tellReferences(judged, tell);
  tellDrawings(judged, kit, tell);
  tellLoans(judged, tell);
  tellTexts(judged, tell);
  tellSharedRuns(judged.lists.entrepreneurs, tell);
  tellLetters(judged, tell);
  tellGoods(judged, tell);
  tellEconomy(judged, tell);
  tellSeasons(judged, tell);
  const all = [...errors, ...warnings];
  if (all.length + more <= FINDINGS_MOST) return all;
  const told = all.slice(0, FINDINGS_MOST - 1);
  more += all.length - told.length;
  return [...told, makeFinding({ section: 'catalogue' }, 'and_more', { more })];
}

/** Whether a catalogue with these findings may go live. */
export const isPublishable = (findings: readonly Finding[]): boolean =>
  findings.every(({ severity }) => severity !== 'error');

function tellDrawings({ lists }: JudgedContent, kit: CatalogueKit, tell: Tell): void {
  for (const { id, look, country } of lists.entrepreneurs) {
    if (!kit.hasFlag(country)) tell({ section: 'entrepreneurs', id, path: ['country'] }, 'flag_later', { country });
    const place = { section: 'entrepreneurs', id, path: ['look'] } as const;
    if (Object.keys(look).length === 0) {
      tell(place, 'portrait_missing');
      continue;
    }
    const feature = kit.portraitFault(look);
    if (feature !== null) tell({ ...place, path: ['look', feature] }, 'portrait_not_drawn', { feature });
    else if (!kit.hasPicture(id, look)) tell(place, 'picture_later');
  }
  for (const { id } of lists.crops)
    if (!kit.hasCrop(id)) tell({ section: 'crops', id }, 'crop_not_drawn', { crop: id });
  for (const { id, icon } of lists.goods) {
    if (!kit.hasIcon(icon)) tell({ section: 'goods', id, path: ['icon'] }, 'icon_unknown', { icon });
  }
}
