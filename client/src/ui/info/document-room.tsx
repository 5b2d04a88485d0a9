import type { Locale } from '@bloomvale/shared/content/text';
import { useEffect, useState } from 'react';
import { type LegalDocument, type LegalName, loadLegal } from '../../i18n/legal/legal.ts';
import { closePanel } from '../navigation/open.ts';
import { useFromTop } from '../navigation/use-keep-scroll.ts';
import { Banner } from '../parts/banner.tsx';
import { Room } from '../parts/room.tsx';
import { useTexts } from '../use-texts.ts';

/** A long text of which each language is fetched when it is read: privacy notice, terms, credits, how it is computed. */
export function DocumentRoom({ name }: { name: LegalName }) {
  const { t, locale } = useTexts();
  const document = useLegal(name, locale);
  useFromTop();
  return (
    <Room title={t(`${name}.title`)} back={t('common.back')} onBack={closePanel} purse={false}>
      <div className="doc">
        {document === 'failed' ? (
          <Banner kind="error" role="alert" title={t('doc.error')}>
            {t('hall.errorBody')}
          </Banner>
        ) : document === null ? (
          <p className="muted" role="status" aria-busy="true">
            {t('common.loading')}
          </p>
        ) : (
          <Document document={document} />
        )}
      </div>
    </Room>
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
