import type { Locale } from '@bloomvale/shared/content/text';
import { useEffect, useState } from 'react';
import { type LegalDocument, type LegalName, loadLegal } from '../../i18n/legal/legal.ts';
import { Banner } from '../parts/banner.tsx';
import { useTexts } from '../use-texts.ts';

/** A text of several sections, each language a chunk of its own. */
export function LongText({ name }: { name: LegalName }) {
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
