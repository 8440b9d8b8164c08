import type { FirstStrings } from './strings.ts';

/** Portuguese, as written in Brazil. */
export const first: FirstStrings = {
  locale: 'pt-BR',
  close: 'Fechar',
  skip: 'Pular',
  next: 'Avançar',
  send: 'Enviar',
  labels: {
    nps: 'Qual é a probabilidade de você nos recomendar a amigos?',
  },
  nps: { low: 'Nada provável', high: 'Muito provável' },
  endings: { thanks: { title: 'Agradecemos sua participação' } },
};
