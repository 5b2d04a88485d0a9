import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import type { PreviewView } from '@bloomvale/shared/operator/preview-api';
import type { Proposal } from '@bloomvale/shared/operator/release-api';
import type { Player } from '../support/browser.ts';
import type { Operator } from '../support/browser-console.ts';
import { closeDialog, type View } from '../support/browser-views.ts';
import { consoleWords } from '../support/browser-words.ts';
import { until } from '../support/browser-world.ts';

/** A preview of some seconds that still has bands worth looking at. */
const PREVIEW = { seed: 'gallery', runs: 40, months: 24, lenders: 60, shocks: true, flows: 'styles' };
const PREVIEW_WITHIN_MS = 120_000;
/** Lists are drawn by what they have been answered. */
const ANSWERED_MS = 700;

type Content = { readonly entrepreneurs: readonly Person[]; readonly partners: readonly { readonly id: string }[] };
type Person = {
  readonly id: string;
  readonly loan: { readonly amount: number; readonly annualCost: number; readonly grade: string };
};

/** A draft with something of everything: dearer loans, a riskier grade, somebody who leaves; previewed, and asked for. */
export async function stageDraft(operator: Operator): Promise<{ readonly person: string }> {
  const draft = await operator.ask<DraftView>('createDraft', {}, { title: 'Spring terms' });
  const { content } = await operator.ask<{ content: Content }>('draft', { id: draft.id });
  // Starter projects have terms of their own.
  const [first, second, last] = content.entrepreneurs.filter(({ loan }) => loan.amount > 300 && loan.grade === 'C');
  if (first === undefined || second === undefined || last === undefined) throw new Error('the catalogue is empty');
  const field = (person: Person, key: keyof Person['loan'], after: Json) => ({
    section: 'entrepreneurs',
    id: person.id,
    kind: 'changed',
    path: ['loan', key],
    before: person.loan[key],
    after,
  });
  await operator.ask(
    'saveDraft',
    { id: draft.id },
    {
      revision: draft.revision,
      changes: [
        field(first, 'amount', first.loan.amount + 200),
        field(first, 'annualCost', 0.33),
        field(second, 'grade', second.loan.grade === 'D' ? 'C' : 'D'),
        { section: 'entrepreneurs', id: last.id, kind: 'removed', before: last },
      ],
    },
  );
  const preview = await operator.ask<PreviewView>('startPreview', {}, { draft: draft.id, ...PREVIEW });
  await until(
    async () => (await operator.ask<PreviewView>('preview', { id: preview.id })).state === 'done',
    'the preview is done',
    PREVIEW_WITHIN_MS,
  );
  return { person: first.id };
}

/** What was asked for and not decided is taken back, so that the next size begins as this one did. */
export async function clearDraft(operator: Operator): Promise<void> {
  const { proposals } = await operator.ask<{ proposals: Proposal[] }>('proposals');
  for (const { id, state } of proposals) {
    if (state === 'waiting' || state === 'scheduled') await operator.ask('withdraw', { id });
  }
  const { drafts } = await operator.ask<{ drafts: DraftView[] }>('drafts');
  for (const { id, revision, state } of drafts)
    if (state === 'open') await operator.ask('discardDraft', { id }, { revision });
}

const button = (player: Player, key: string) =>
  player.page.getByRole('button', { name: consoleWords(player.locale, key) }).first();

const page = (name: string, hash: string): View => ({
  name,
  open: async (player) => {
    await closeDialog(player);
    await player.page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await player.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await player.page.waitForTimeout(ANSWERED_MS);
  },
});

/** Every page of the console, and what its dialogs ask. */
export const consoleViews = (person: string): readonly View[] => [
  page('live', '#/live'),
  page('catalogue', '#/catalogue'),
  page('catalogue-entry', `#/catalogue/entrepreneurs/${person}`),
  page('partners', '#/partners'),
  page('economy', '#/economy'),
  page('economy-model', '#/economy/model'),
  page('clock', '#/clock'),
  page('draft', '#/draft'),
  { name: 'draft-settings', open: async (player) => button(player, 'preview.again').click() },
  {
    name: 'draft-publish',
    open: async (player) => {
      await closeDialog(player);
      await button(player, 'release.schedule').click();
      await player.page.getByRole('dialog').locator('ul.diff li').first().waitFor();
    },
  },
  {
    name: 'draft-table',
    open: async (player) => {
      await closeDialog(player);
      await player.page
        .locator('.month-charts')
        .getByRole('button', { name: consoleWords(player.locale, 'chart.asTable') })
        .first()
        .click();
    },
  },
  page('draft-fields', '#/draft/-/fields'),
  page('draft-versions', '#/draft/-/versions'),
  page('draft-rails', '#/draft/-/rails'),
  page('draft-requests', '#/draft/-/waiting'),
  page('moderation', '#/moderation'),
  page('audit', '#/audit'),
  page('settings', '#/settings'),
  {
    name: 'keys',
    open: async (player) => {
      await player.page.keyboard.press('?');
      await player.page.getByRole('dialog').waitFor();
    },
    only: 'desktop',
  },
];

/** What stands before the door: nobody is signed in. */
export const DOOR_VIEWS: readonly View[] = [
  {
    name: 'sign-in',
    open: async (player) => {
      player.faults.expect(401, '/operator/api/me');
      await player.page.goto('/operator');
      await player.page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'redeem',
    open: async (player) => {
      player.faults.expect(401, '/operator/api/me');
      await player.page.goto('about:blank');
      await player.page.goto('/operator#/redeem/a-link-that-nobody-has-been-given');
      await player.page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
];
