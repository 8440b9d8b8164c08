import type { FirstStrings } from './strings.ts';

/** Spanish. */
export const first: FirstStrings = {
  locale: 'es',
  close: 'Cerrar',
  skip: 'Omitir',
  next: 'Siguiente',
  send: 'Enviar',
  labels: {
    nps: '¿Qué probabilidad hay de que nos recomiende a sus amistades?',
  },
  nps: { low: 'Nada probable', high: 'Muy probable' },
  endings: { thanks: { title: 'Gracias' } },
};
