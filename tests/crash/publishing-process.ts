import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { buildGame } from '@bloomvale/server/application/game';
import { GameCore } from '@bloomvale/server/application/game-core';
import { openSqliteStore } from '@bloomvale/server/persistence/sqlite-store';
import { ADA, granted, NOW, publish } from '@bloomvale/server/testing/publishing';
import type { Content } from '@bloomvale/shared/content/content';

/**
 * A game over the folder of its first argument in which operators publish, roll back and schedule without end while somebody plays, until it
 * is killed. Says each version that was acknowledged, one number a line.
 */
const folder = process.argv[2] ?? '';
const parts = await buildGame({
  store: openSqliteStore(folder, Date.now()),
  content: loadCatalogue(),
  masterSecret: '5a'.repeat(32),
  monthSeconds: 60,
  timeScale: 20,
});
const game = new GameCore(parts);
await game.start();
await game.enter({ playerId: 'ann', guest: true, locale: 'en' });
const say = (version: number): void => void process.stdout.write(`${version}\n`);
say(await game.catalogue.live());
// What the last life left unfinished would fill the list of drafts in the end.
for (const { id, revision, state } of await game.catalogue.drafts()) {
  if (state === 'open' || state === 'asked') granted(await game.catalogue.discardDraft(ADA, id, revision));
}

/** Every loan dearer or cheaper, and a gift that needs two people: as much as publishing ever has to write. */
function next(content: Content, turn: number): Content {
  const annualCost = 0.2 + (turn % 7) / 100;
  return {
    ...content,
    economy: { ...content.economy, welcomeGift: 4_000 + (turn % 5) * 100 },
    entrepreneurs: content.entrepreneurs.map((one) => ({ ...one, loan: { ...one.loan, annualCost } })),
  };
}

async function lendOn(): Promise<void> {
  for (;;) {
    const loans = (await game.hall('ann'))?.loans ?? [];
    for (const { id: loanId } of loans.slice(0, 3)) {
      const commandId = crypto.randomUUID();
      await game.run({ playerId: 'ann' }, 'loan.lend', { commandId, loanId, amount: 2_500 });
      await game.run({ playerId: 'ann' }, 'garden.plant', {
        commandId: crypto.randomUUID(),
        plots: [0],
        crop: 'cabbage',
      });
    }
    await new Promise((done) => setTimeout(done, 5));
  }
}
void lendOn();

for (let turn = await game.catalogue.live(); ; turn++) {
  if (turn % 4 === 3) {
    const to = Math.max(1, (await game.catalogue.live()) - 1);
    const asked = await game.catalogue.rollBack(ADA, to, NOW);
    if (asked.ok) granted(await game.proposals.approve({ ...ADA, operatorId: 'ben', name: 'Ben' }, asked.value.id));
  } else await publish(game, next(game.content, turn));
  say(await game.catalogue.live());
}
