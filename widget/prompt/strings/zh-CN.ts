import { phrases } from '../phrases.ts';
import type { Strings } from './strings.ts';

/** Simplified Chinese. */
export const strings: Strings = {
  locale: 'zh-CN',
  phrases,
  close: '关闭',
  back: '上一题',
  skip: '跳过',
  next: '下一题',
  send: '提交',
  retry: '重试',
  step: '{n} / {m}',
  notApplicable: '不适用',
  privacy: '请勿填写个人信息。',
  left: { other: '还可输入 {n} 字' },
  labels: {
    nps: '您会把我们的品牌（服务）推荐给您的朋友吗？',
    csat: '您对公司提供的服务满意度打几分？',
    ces: '您觉得这次办事有多容易？',
    text: '您建议我们在哪些方面做出改进，以便为您提供更好的服务？',
    contact: '我们可以就您的回答与您联系吗？',
    battery: '您看重什么？我们做得如何？',
    eachLine: '每一行请选一项。',
    eachLineTwo: '每一行请在左右两侧各选一项。',
    many: '可多选。',
  },
  nps: { low: '一定不会', high: '一定会' },
  csat: ['非常不满意', '不满意', '中立', '满意', '非常满意'],
  ces: { low: '非常困难', high: '非常容易' },
  aspects: {
    importance: { name: '对您有多重要？', low: '不重要', high: '非常重要' },
    satisfaction: { name: '您有多满意？', low: '非常不满意', high: '非常满意' },
    expectation: { name: '您期望的水平有多高？', low: '很低', high: '很高' },
    perception: { name: '您感受到的水平有多高？', low: '很低', high: '很高' },
    standard: { name: '我们的标准有多高？', low: '很低', high: '很高' },
    promise: { name: '我们承诺的水平有多高？', low: '很低', high: '很高' },
  },
  other: '其他',
  contact: {
    name: '姓名',
    optional: '（选填）',
    reach: '邮箱或手机号',
    consent: '我同意仅为回复本次回答使用以上联系方式，不作他用。',
    incomplete: '请填写联系方式并勾选同意，或跳过。',
  },
  endings: {
    thanks: { title: '谢谢您', hint: '' },
    sent: { title: '谢谢您', hint: '您的回答已送达。' },
    keptOffline: {
      title: '已保存在本设备上，稍后发送',
      hint: '当前没有网络。连接恢复后，您的回答会自动发送。',
    },
    kept: { title: '已保存在本设备上，稍后发送', hint: '您的回答尚未送达，将自动重新发送。' },
    lostOffline: {
      title: '您的回答尚未保存',
      hint: '当前没有网络，浏览器也不允许保存。请不要关闭此页面，稍后重试。',
    },
    lost: {
      title: '您的回答尚未保存',
      hint: '您的回答尚未送达，浏览器也不允许保存。请不要关闭此页面，稍后重试。',
    },
    rejected: { title: '您的回答尚未保存', hint: '本网站未接受您的回答。' },
  },
};
