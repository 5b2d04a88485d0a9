import { foldedText } from '@bloomvale/shared/lending/hall-index-query';
import { useDeferredValue, useState } from 'react';
import { playerStore } from '../../store/player.ts';
import { LendingRoom } from '../lending/lending-room.tsx';
import { goBack } from '../navigation/open.ts';
import { useFromTop } from '../navigation/use-keep-scroll.ts';
import { Field } from '../parts/field.tsx';
import { Room } from '../parts/room.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { TERMS } from './terms.ts';

/** Every word that has a bubble, in one list that can be searched. Readable before one plays. */
export function Glossary() {
  const { t } = useTexts();
  const playing = useSlice(playerStore, (player) => player.phase === 'playing');
  useFromTop();
  if (playing) {
    return (
      <LendingRoom tab="glossary">
        <Words />
      </LendingRoom>
    );
  }
  return (
    <Room title={t('glossary.title')} back={t('common.back')} onBack={() => goBack(null)} purse={false}>
      <Words />
    </Room>
  );
}

function Words() {
  const { t, locale } = useTexts();
  const [text, setText] = useState('');
  const asked = foldedText(useDeferredValue(text).trim());
  const words = TERMS.map((term) => ({ term, word: t(`gloss.${term}.word`), meaning: t(`gloss.${term}.meaning`) }))
    .filter(({ word, meaning }) => foldedText(`${word} ${meaning}`).includes(asked))
    .sort((a, b) => a.word.localeCompare(b.word, locale));
  return (
    <div className="doc glossary">
      <h2>{t('glossary.title')}</h2>
      <p className="doc__lead">{t('glossary.lead')}</p>
      <Field
        label={t('glossary.search')}
        type="search"
        maxLength={40}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="sr-only" role="status">
        {t('glossary.count', { count: words.length })}
      </p>
      {words.length === 0 ? <p className="muted">{t('glossary.none')}</p> : null}
      <dl className="glossary__list">
        {words.map(({ term, word, meaning }) => (
          <div key={term}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
