import { describe, expect, it } from 'vitest';
import { commentLanguage, wordsOf } from '../../../report/comments/words.ts';

describe('wordsOf', () => {
  it.each([
    ['The staff were very helpful', ['staff', 'helpful']],
    ['GOOD good Good', ['good']],
    ['Waited 3 weeks, 2 days', ['waited', 'weeks', 'days']],
    ['Ｗｉｆｉ is slow', ['wifi', 'slow']],
    ['not good', ['not good']],
    ['It was not very good', ['not good']],
    ['never on time', ['never time']],
    ['didn’t arrive', ["didn't arrive"]],
    ['No. Good', ['good']],
    ['not', []],
    ['', []],
    ['!!! 12345 …', []],
  ])('cuts %j', (comment, words) => {
    expect(wordsOf(comment)).toEqual(words);
  });

  it.each([
    ['我对服务不满意', '不满意'],
    ['我對服務不滿意', '不滿意'],
    ['菜不是很新鲜', '不新鲜'],
    ['没有热水', '没有热水'],
  ])('joins the negation in %j', (comment, word) => {
    expect(wordsOf(comment)).toContain(word);
  });

  it('leaves out Chinese words that carry grammar', () => {
    const words = wordsOf('我们的服务员非常热情，但是上菜的时候有点慢。');
    expect(words).toEqual(expect.arrayContaining(['服务', '热情']));
    for (const word of ['我们', '的', '非常', '但是', '时候', '有点']) expect(words).not.toContain(word);
  });

  it('does not carry a negation over punctuation', () => {
    expect(wordsOf('不，服务热情')).toEqual(expect.arrayContaining(['服务', '热情']));
  });

  it('takes names of object members as words', () => {
    expect(wordsOf('constructor __proto__ toString')).toEqual(
      expect.arrayContaining(['constructor', 'tostring']),
    );
  });
});

describe('commentLanguage', () => {
  it.each([
    ['all well', 'en'],
    ['WiFi 很慢', 'zh'],
    ['très bien', 'en'],
    ['', 'en'],
  ])('takes %j for %s', (comment, language) => {
    expect(commentLanguage(comment)).toBe(language);
  });
});
