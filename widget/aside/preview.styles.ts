/** What a preview says of itself, by the language that the prompt speaks. */
export const PREVIEW_WORDS: Readonly<Record<string, string>> = {
  en: 'Preview: nothing is stored or sent',
  'zh-CN': '预览：不会保存或发送任何内容',
  'zh-TW': '預覽：不會儲存或傳送任何內容',
  ja: 'プレビュー：保存も送信もされません',
  ko: '미리보기: 아무것도 저장되거나 전송되지 않습니다',
  de: 'Vorschau: Nichts wird gespeichert oder gesendet',
  fr: 'Aperçu : rien n’est enregistré ni envoyé',
  es: 'Vista previa: no se guarda ni se envía nada',
  'pt-BR': 'Prévia: nada é salvo nem enviado',
  ar: 'معاينة: لا يُحفظ شيء ولا يُرسل',
  he: 'תצוגה מקדימה: דבר אינו נשמר או נשלח',
};

const words = Object.entries(PREVIEW_WORDS).map(
  ([language, text]) => `.ff:lang(${language}) .card::before { content: "${text}"; }`,
);

/** Puts the words into every card, above what it asks. */
export const previewStyles = new CSSStyleSheet();
previewStyles.replaceSync(`
  .card::before {
    margin-block-end: calc(var(--_space) * 3);
    padding-inline-end: calc(var(--_space) * 11);
    color: var(--_text);
    font-size: calc(var(--_size) * 0.875);
    font-weight: 600;
  }
  ${words.join('\n')}
`);
