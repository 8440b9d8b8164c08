/**
 * Words that carry grammar rather than a subject, by language; none of them sets a group apart in a way that helps.
 *
 * Negations are not among them: they are joined to the word that they turn (words.ts).
 */
const ENGLISH =
  'a about after again all also although am an and any are as at be because been before being between both but by ' +
  'can could did do does doing done down during each either even ever for from further get gets getting go goes ' +
  'going gone got had has have having he her here hers him his how however i if in into is it its itself just let ' +
  'like made make makes many may me might more most much must my myself of off on once one only onto or other our ' +
  'ours out over own per put quite rather really s said same say says she should since so some still such t take ' +
  'than that the their theirs them then there these they thing things this those though through thus to too took ' +
  'under until up upon us use used very via was we well were what when where whether which while who whom whose why ' +
  'will with within would yes yet you your yours yourself th ' +
  "i'm i've i'd i'll you're you've you'd you'll he's she's it's we're we've we'd we'll they're they've they'd " +
  "they'll that's there's here's what's who's let's";

const SIMPLIFIED =
  '的 了 是 在 我 我们 你 你们 您 他 他们 她 她们 它 它们 自己 这 这个 这些 这样 这里 这儿 那 那个 那些 那样 那里 那儿 哪 ' +
  '和 与 及 或 或者 而 而且 并 并且 但 但是 可是 不过 因为 所以 如果 虽然 然后 还是 还有 以及 于是 就是 就 也 还 都 又 再 ' +
  '很 太 非常 比较 挺 更 最 真 真的 特别 十分 有点 有些 一点 一些 一个 一下 一样 一直 一次 个 次 些 把 被 让 给 对 对于 从 ' +
  '到 向 为 为了 以 用 由 于 当 跟 比 如 等 吧 吗 呢 啊 呀 哦 嘛 啦 地 得 着 过 们 上 下 里 中 内 外 前 后 时 时候 会 能 可以 ' +
  '要 想 说 去 来 有 做 看 觉得 感觉 应该 可能 什么 怎么 多 多少 只 只是 才 刚 已经 之 其 其他 其实 此 该 每 各 某 起来 出来 下来';

const TRADITIONAL_ONLY =
  '我們 你們 他們 她們 它們 這 這個 這些 這樣 這裡 這兒 個 與 並 並且 雖然 還是 還有 還 於是 於 對 對於 從 為 為了 當 ' +
  '讓 給 過 們 裡 後 時 時候 會 說 來 做 覺得 感覺 應該 什麼 怎麼 只 剛 已經 其實 該 每 各 因為 如果 但是 可是 不過 非常 ' +
  '比較 真的 特別 有點 一點 一個 一樣 起來 出來 下來 嗎 啦 把 挺 點 麼';

const SETS = {
  en: new Set(ENGLISH.split(' ')),
  zh: new Set([...SIMPLIFIED.split(' '), ...TRADITIONAL_ONLY.split(' ')]),
} as const;

/** Languages whose words are told apart here; others are cut as English is. */
export type CommentLanguage = keyof typeof SETS;

/**
 * Whether a word is left out of counts because it carries no subject.
 *
 * @param word in lower case
 * @example isStopWord('the', 'en') // true
 */
export function isStopWord(word: string, language: CommentLanguage): boolean {
  return SETS[language].has(word);
}
