import type { Strings } from './strings.ts';

/** Korean. */
export const strings: Strings = {
  locale: 'ko',
  close: '닫기',
  back: '이전',
  skip: '건너뛰기',
  next: '다음',
  send: '제출',
  retry: '다시 시도',
  step: '{n} / {m}',
  notApplicable: '해당 없음',
  privacy: '개인정보는 입력하지 마세요.',
  left: { other: '{n}자 남음' },
  labels: {
    nps: '저희를 친구에게 추천할 의향이 얼마나 있으십니까?',
    csat: '저희 서비스에 얼마나 만족하십니까?',
    ces: '원하시는 일을 처리하기가 얼마나 쉬웠습니까?',
    text: '어떤 점을 개선하면 좋겠습니까?',
    contact: '응답에 대해 연락드려도 되겠습니까?',
    battery: '무엇이 중요하고 저희는 어떠했습니까?',
    eachLine: '줄마다 하나씩 선택해 주세요.',
    eachLineTwo: '줄마다 왼쪽과 오른쪽에서 하나씩 선택해 주세요.',
    many: '해당하는 것을 모두 선택해 주세요.',
  },
  nps: { low: '전혀 없음', high: '매우 높음' },
  csat: ['매우 불만족', '불만족', '보통', '만족', '매우 만족'],
  ces: { low: '매우 어려움', high: '매우 쉬움' },
  aspects: {
    importance: { name: '얼마나 중요합니까?', low: '중요하지 않음', high: '매우 중요함' },
    satisfaction: { name: '얼마나 만족하십니까?', low: '매우 불만족', high: '매우 만족' },
    expectation: { name: '기대하신 수준은?', low: '매우 낮음', high: '매우 높음' },
    perception: { name: '실제로 느끼신 수준은?', low: '매우 낮음', high: '매우 높음' },
    standard: { name: '저희 기준의 수준은?', low: '매우 낮음', high: '매우 높음' },
    promise: { name: '저희가 약속하는 수준은?', low: '매우 낮음', high: '매우 높음' },
  },
  other: '기타',
  contact: {
    name: '이름',
    optional: '(선택)',
    reach: '이메일 또는 전화번호',
    consent: '이 연락처를 응답에 대한 답변에만 사용하는 데 동의합니다.',
    incomplete: '연락처를 입력하고 동의하거나 건너뛰어 주세요.',
  },
  endings: {
    thanks: { title: '감사합니다', hint: '' },
    sent: { title: '감사합니다', hint: '응답이 전달되었습니다.' },
    keptOffline: {
      title: '이 기기에 저장되었고 나중에 전송됩니다',
      hint: '오프라인 상태입니다. 다시 연결되면 응답이 자동으로 전송됩니다.',
    },
    kept: {
      title: '이 기기에 저장되었고 나중에 전송됩니다',
      hint: '아직 전달되지 않았습니다. 자동으로 다시 전송됩니다.',
    },
    lostOffline: {
      title: '응답이 저장되지 않았습니다',
      hint: '오프라인 상태이고, 이 브라우저에는 저장할 수 없습니다. 페이지를 닫지 말고 다시 시도해 주세요.',
    },
    lost: {
      title: '응답이 저장되지 않았습니다',
      hint: '아직 전달되지 않았고, 이 브라우저에는 저장할 수 없습니다. 페이지를 닫지 말고 다시 시도해 주세요.',
    },
    rejected: { title: '응답이 저장되지 않았습니다', hint: '이 사이트가 응답을 받아들이지 않았습니다.' },
  },
};
