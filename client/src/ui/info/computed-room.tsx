import type { ModelView } from '@bloomvale/shared/protocol/public-record-views';
import { contentStore } from '../../store/content.ts';
import { playerStore } from '../../store/player.ts';
import { LendingRoom } from '../lending/lending-room.tsx';
import { useRemote } from '../lending/use-remote.ts';
import { goBack } from '../navigation/open.ts';
import { hrefOf } from '../navigation/route.ts';
import { useFromTop } from '../navigation/use-keep-scroll.ts';
import { Room } from '../parts/room.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { LongText } from './long-text.tsx';
import { ModelFigures } from './model-figures.tsx';

/** "How it is computed": the model in words, its parameters as they are in force, its limits and its sources. Readable before one plays. */
export function ComputedRoom() {
  const { t } = useTexts();
  const playing = useSlice(playerStore, (player) => player.phase === 'playing');
  useFromTop();
  if (playing) {
    return (
      <LendingRoom tab="computed">
        <Page />
      </LendingRoom>
    );
  }
  return (
    <Room title={t('computed.title')} back={t('common.back')} onBack={() => goBack(null)} purse={false}>
      <Page />
    </Room>
  );
}

function Page() {
  const { t } = useTexts();
  // Another catalogue in force brings other figures.
  const hash = useSlice(contentStore, (state) => state.hash);
  const { value: model } = useRemote<ModelView>('/api/lending/model', hash ?? '');
  return (
    <>
      <LongText name="computed" />
      {model === null ? null : <ModelFigures model={model} />}
      <p className="doc alone-link">
        <a href={hrefOf({ kind: 'glossary' })}>{t('glossary.title')}</a>
      </p>
    </>
  );
}
