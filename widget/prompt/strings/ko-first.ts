import type { FirstStrings } from './strings.ts';

/** Korean. */
export const first: FirstStrings = {
  locale: 'ko',
  close: '닫기',
  skip: '건너뛰기',
  next: '다음',
  send: '제출',
  labels: {
    nps: '저희를 친구에게 추천할 의향이 얼마나 있으십니까?',
  },
  nps: { low: '전혀 없음', high: '매우 높음' },
  endings: { thanks: { title: '감사합니다' } },
};
