import { noticeStore, putNoticeAway, shownNotice } from '../../store/notice.ts';
import { Banner } from '../parts/banner.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** What operators have to say, such as coming maintenance, in the player's language. */
export function NoticeBanner() {
  const { t, local } = useTexts();
  const notice = useSlice(noticeStore, shownNotice);
  return (
    <div className="net-banner net-banner--notice" role="status">
      {notice === null ? null : (
        <Banner kind="info" title={t('notice.title')}>
          {local(notice)}
          <IconButton label={t('notice.putAway')} glyph="x" flat onClick={putNoticeAway} />
        </Banner>
      )}
    </div>
  );
}
