/** The words of one panel in every language of the page, side by side, so that none is forgotten. */
export interface ByLanguage<Words> {
  readonly en: Words;
  readonly 'zh-CN': Words;
  readonly 'zh-TW': Words;
}
