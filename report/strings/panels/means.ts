import { scaleText } from '../../format/numbers.ts';
import type { Strings } from '../en.ts';
import type { ByLanguage } from './by-language.ts';

const en = {
  source: (n: number): string => `means of ${n} attributes`,
  title: (names: string): string => `By their means, improve first: ${names}`,
  none: 'By their means, nothing stands out to improve first',
  why: 'Only means are left in this file, without the answers behind them: how sure their places are, nobody can tell.',
  verdict: (first: number, inAll: number): string =>
    `${first} of ${inAll} attributes ${first === 1 ? 'lies' : 'lie'} in “improve first”; how surely, means alone cannot tell`,
  unknown: 'unknown',
  note: (min: number, max: number): string =>
    `All points are hollow: an interval, and with it a certainty, needs the answers themselves. Axes are cut to the data; the scale runs ${scaleText(min, max)}.`,
};

const simplified: typeof en = {
  source: (n) => `${n} 项的均值`,
  title: (names) => `就均值看，先改进：${names}`,
  none: '就均值看，没有哪一项突出地急需改进',
  why: '文件中只有均值，没有背后的答卷：各项所在象限有多大把握，无从得知。',
  verdict: (first, inAll) => `${inAll} 项中有 ${first} 项落在急需改进区；仅凭均值无法给出把握`,
  unknown: '未知',
  note: (min, max) =>
    `各点一律空心：区间和把握都要由答卷算出。坐标轴按数据截取，量表为 ${scaleText(min, max)} 分。`,
};

const traditional: typeof en = {
  source: (n) => `${n} 項的平均值`,
  title: (names) => `就平均值看，先改進：${names}`,
  none: '就平均值看，沒有哪一項突出地急需改進',
  why: '檔案中只有平均值，沒有背後的答卷：各項所在象限有多大把握，無從得知。',
  verdict: (first, inAll) => `${inAll} 項中有 ${first} 項落在急需改進區；僅憑平均值無法給出把握`,
  unknown: '未知',
  note: (min, max) =>
    `各點一律空心：區間和把握都要由答卷算出。座標軸按資料擷取，量表為 ${scaleText(min, max)} 分。`,
};

const words: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };

/** The words of a matrix that stands on means alone. */
export function meansWords({ locale }: Pick<Strings, 'locale'>): typeof en {
  return words[locale];
}
