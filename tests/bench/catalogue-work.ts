import { catalogueKit } from '@bloomvale/assets/catalogue-kit';
import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { applyChanges } from '@bloomvale/shared/catalogue/catalogue-apply';
import { type CatalogueChange, catalogueDiff, type Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { catalogueFindings } from '@bloomvale/shared/catalogue/catalogue-findings';
import { mergeCatalogues } from '@bloomvale/shared/catalogue/catalogue-merge';
import { changesOnto } from '@bloomvale/shared/catalogue/changes-onto';
import { diffInWords } from '@bloomvale/shared/catalogue/diff-words';
import type { Content } from '@bloomvale/shared/content/content';
import { type BenchFigure, median, rounded } from './bench-figure.ts';

/** As many as a catalogue may have (`ContentSchema`), and a tenth of it, to see how the work grows. */
const ENTRIES = 10_000;
const FEWER = 1_000;
/** Work of a millisecond is measured often enough to be more than a pause of the collector's. */
const ROUNDS_MS = 400;
const LEAST_ROUNDS = 5;
const MOST_ROUNDS = 60;
/** Ten times the entries are ten times the work; twice that leaves room for caches and memory. A loop over pairs would be a hundred times. */
const MOST_GROWTH = 20;

/** The shipped people over and over, each with an id, a name and a cost of its own. */
function catalogueOf(entries: number): Content {
  const shipped = loadCatalogue();
  const entrepreneurs = Array.from({ length: entries }, (_, i) => {
    const person = shipped.entrepreneurs[i % shipped.entrepreneurs.length] as Content['entrepreneurs'][number];
    const annualCost = 0.19 + (i % 200) / 1_000;
    return { ...person, id: `person-${i}`, name: `${person.name} ${i}`, loan: { ...person.loan, annualCost } };
  });
  return { ...shipped, entrepreneurs };
}

/** A bulk edit: every entry's amount. */
const edited = (content: Content, step: number): Content => ({
  ...content,
  entrepreneurs: content.entrepreneurs.map((person) => ({
    ...person,
    loan: { ...person.loan, amount: Math.min(1_000, person.loan.amount + step) },
  })),
});

type Work = { readonly name: string; readonly run: () => unknown };

function worksOn(content: Content): Work[] {
  const kit = catalogueKit(loadCatalogue());
  const json = content as unknown as Json;
  const mine = edited(content, 25);
  // What somebody else did meanwhile: another part of the catalogue, and the town of everybody.
  const theirs: Content = {
    ...content,
    entrepreneurs: content.entrepreneurs.map((one) => ({ ...one, town: 'Elsewhere' })),
  };
  const changes: readonly CatalogueChange[] = catalogueDiff(content, mine);
  return [
    { name: 'find everything wrong', run: () => catalogueFindings(content, kit) },
    { name: 'compare', run: () => catalogueDiff(content, mine) },
    { name: 'compare in words', run: () => diffInWords(json, mine as unknown as Json, changes) },
    { name: 'apply a change to each entry', run: () => applyChanges(json, changes) },
    { name: 'save onto what others saved', run: () => changesOnto(theirs as unknown as Json, changes) },
    { name: 'merge three ways', run: () => mergeCatalogues(content, mine, theirs) },
  ];
}

function medianMs({ run }: Work): number {
  run();
  const times: number[] = [];
  for (let spent = 0; times.length < LEAST_ROUNDS || (spent < ROUNDS_MS && times.length < MOST_ROUNDS); ) {
    const start = performance.now();
    run();
    const ms = performance.now() - start;
    times.push(ms);
    spent += ms;
  }
  return median(times);
}

/** What an operator's catalogue costs at its largest: each piece of work beside itself on a tenth of the entries, in one run. */
export function measureCatalogue(): BenchFigure[] {
  const small = worksOn(catalogueOf(FEWER)).map(medianMs);
  return worksOn(catalogueOf(ENTRIES)).map((work, i) => {
    const ms = medianMs(work);
    const before = small[i] as number;
    return {
      name: `catalogue of ${ENTRIES} entries: ${work.name}, times that of ${FEWER}`,
      value: rounded(ms / before, 1),
      unit: '',
      atMost: MOST_GROWTH,
      note: `${rounded(ms, 0)} ms against ${rounded(before, 1)} ms`,
    };
  });
}
