import type { Strings } from './strings.ts';

/** Spanish. */
export const strings: Strings = {
  locale: 'es',
  close: 'Cerrar',
  back: 'Atrás',
  skip: 'Omitir',
  next: 'Siguiente',
  send: 'Enviar',
  retry: 'Reintentar',
  step: '{n} / {m}',
  notApplicable: 'No aplica',
  privacy: 'No incluya datos personales, por favor.',
  left: { one: 'Queda {n} carácter', many: 'Quedan {n} caracteres', other: 'Quedan {n} caracteres' },
  labels: {
    nps: '¿Qué probabilidad hay de que nos recomiende a sus amistades?',
    csat: '¿Cuál es su grado de satisfacción con nuestro servicio?',
    ces: '¿Le resultó fácil o difícil hacer lo que necesitaba?',
    text: '¿Qué deberíamos mejorar la próxima vez?',
    contact: '¿Podemos contactar con usted sobre su respuesta?',
    battery: '¿Qué es importante para usted y cómo lo hicimos?',
    eachLine: 'En cada fila, elija una opción.',
    eachLineTwo: 'En cada fila, elija una opción a la izquierda y otra a la derecha.',
    many: 'Elija todas las que correspondan.',
  },
  nps: { low: 'Nada probable', high: 'Muy probable' },
  csat: ['Muy insatisfecho(a)', 'Insatisfecho(a)', 'Neutral', 'Satisfecho(a)', 'Muy satisfecho(a)'],
  ces: { low: 'Muy difícil', high: 'Muy fácil' },
  aspects: {
    importance: {
      name: '¿Qué importancia tiene para usted?',
      low: 'Nada importante',
      high: 'Muy importante',
    },
    satisfaction: {
      name: '¿Cuál es su satisfacción?',
      low: 'Muy insatisfecho(a)',
      high: 'Muy satisfecho(a)',
    },
    expectation: { name: '¿Qué nivel esperaba?', low: 'Muy bajo', high: 'Muy alto' },
    perception: { name: '¿Qué nivel recibió?', low: 'Muy bajo', high: 'Muy alto' },
    standard: { name: '¿Qué nivel fija nuestra norma?', low: 'Muy bajo', high: 'Muy alto' },
    promise: { name: '¿Qué nivel prometemos?', low: 'Muy bajo', high: 'Muy alto' },
  },
  other: 'Otro',
  contact: {
    name: 'Nombre',
    optional: '(opcional)',
    reach: 'Correo electrónico o teléfono',
    consent: 'Pueden usar estos datos para responderme, y para nada más.',
    incomplete: 'Indique correo o teléfono y marque la casilla, u omita la pregunta.',
  },
  endings: {
    thanks: { title: 'Gracias', hint: '' },
    sent: { title: 'Gracias', hint: 'Hemos recibido su respuesta.' },
    keptOffline: {
      title: 'Guardada en este dispositivo, se enviará',
      hint: 'No hay conexión. Su respuesta se enviará automáticamente cuando se restablezca.',
    },
    kept: {
      title: 'Guardada en este dispositivo, se enviará',
      hint: 'Su respuesta aún no ha llegado. Se volverá a enviar automáticamente.',
    },
    lostOffline: {
      title: 'Su respuesta no se ha guardado',
      hint: 'No hay conexión y este navegador no guarda nada. Deje la página abierta e inténtelo de nuevo.',
    },
    lost: {
      title: 'Su respuesta no se ha guardado',
      hint: 'No ha llegado y este navegador no guarda nada. Deje la página abierta e inténtelo de nuevo.',
    },
    rejected: { title: 'Su respuesta no se ha guardado', hint: 'Este sitio no la ha aceptado.' },
  },
};
