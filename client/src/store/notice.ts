import type { Localised } from '@bloomvale/shared/content/text';
import { createSlice } from './slice.ts';

/** What operators want everybody to read, and the words this player has put away. Written by `net/` and by whoever puts it away. */
export type NoticeState = { readonly notice: Localised | null; readonly away: Localised | null };
export const noticeStore = createSlice<NoticeState>({ notice: null, away: null });

/** It is told anew in every room and after every drop: the same words stay put away, others are news. */
export const shownNotice = ({ notice, away }: NoticeState): Localised | null =>
  notice !== null && away !== null && notice.en === away.en && notice.fr === away.fr ? null : notice;

export const showNotice = (notice: Localised | null): void => noticeStore.setState({ notice });
export const putNoticeAway = (): void => noticeStore.setState(({ notice }) => ({ away: notice }));
