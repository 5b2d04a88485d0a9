import type { Locale } from '@bloomvale/shared/content/text';
import { useEffect, useState } from 'react';
import { type LegalDocument, type LegalName, loadLegal } from '../../i18n/legal/legal.ts';
import { playerStore } from '../../store/player.ts';
import { LendingRoom } from '../lending/lending-room.tsx';
import { goBack } from '../navigation/open.ts';
import { useFromTop } from '../navigation/use-keep-scroll.ts';
import { Banner } from '../parts/banner.tsx';
import { Room } from '../parts/room.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** A long text of which each language is fetched when it is read: privacy notice, terms, credits. */
export function DocumentRoom({ name }: { name: LegalName }) {
  const { t } = useTexts();
  const playing = useSlice(playerStore, (player) => player.phase === 'playing');
  useFromTop();
  // Who plays reads how it is computed as a page of the Lending Hall; on the title it stands alone.
  if (name === 'computed' && playing) {
    return (
      <LendingRoom tab="computed">
        <LongText name={name} />
      </LendingRoom>
    );
  }
  return (
    <Room title={t(`${name}.title`)} back={t('common.back')} onBack={() => goBack(null)} purse={false}>
      <LongText name={name} />
    </Room>
  );
}

function LongText({ name }: { name: LegalName }) {
  const { t, locale } = useTexts();
  const document = useLegal(name, locale);
  if (document === 'failed') {
    return (
      <Banner kind="error" role="alert" title={t('doc.error')}>
        {t('doc.errorBody')}
      </Banner>
    );
  }
  if (document === null) {
    return (
      <p className="muted" role="status" aria-busy="true">
        {t('common.loading')}
      </p>
    );
  }
  return (
    <div className="doc">
      <Document document={document} />
    </div>
  );
}

function useLegal(name: LegalName, locale: Locale): LegalDocument | 'failed' | null {
  const [document, setDocument] = useState<LegalDocument | 'failed' | null>(null);
  useEffect(() => {
    let wanted = true;
    setDocument(null);
    loadLegal(name, locale)
      .then((loaded) => {
        if (wanted) setDocument(loaded);
      })
      .catch(() => {
        if (wanted) setDocument('failed');
      });
    return () => {
      wanted = false;
    };
  }, [name, locale]);
  return document;
}

function Document({ document }: { document: LegalDocument }) {
  return (
    <>
      <p className="doc__lead">{document.lead}</p>
      {document.sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          {section.text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {section.list === undefined ? null : (
            <ul className="bullets">
              {section.list.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}
