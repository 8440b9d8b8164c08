import type { Strings } from './strings.ts';

/** Portuguese, as written in Brazil. */
export const strings: Strings = {
  locale: 'pt-BR',
  close: 'Fechar',
  back: 'Voltar',
  skip: 'Pular',
  next: 'Avançar',
  send: 'Enviar',
  retry: 'Tentar novamente',
  step: '{n} / {m}',
  notApplicable: 'Não se aplica',
  privacy: 'Não inclua dados pessoais, por favor.',
  left: { one: 'Resta {n} caractere', many: 'Restam {n} caracteres', other: 'Restam {n} caracteres' },
  labels: {
    nps: 'Qual é a probabilidade de você nos recomendar a amigos?',
    csat: 'Qual é a sua satisfação com o nosso serviço?',
    ces: 'Quão fácil foi fazer o que você precisava?',
    text: 'O que devemos melhorar na próxima vez?',
    contact: 'Podemos entrar em contato sobre a sua resposta?',
    battery: 'O que é importante para você e como nos saímos?',
    eachLine: 'Em cada linha, escolha uma opção.',
    eachLineTwo: 'Em cada linha, escolha uma opção à esquerda e outra à direita.',
    many: 'Escolha todas as que se aplicam.',
  },
  nps: { low: 'Nada provável', high: 'Muito provável' },
  csat: ['Muito insatisfeito(a)', 'Insatisfeito(a)', 'Neutro(a)', 'Satisfeito(a)', 'Muito satisfeito(a)'],
  ces: { low: 'Muito difícil', high: 'Muito fácil' },
  aspects: {
    importance: { name: 'Qual é a importância para você?', low: 'Nada importante', high: 'Muito importante' },
    satisfaction: {
      name: 'Qual é a sua satisfação?',
      low: 'Muito insatisfeito(a)',
      high: 'Muito satisfeito(a)',
    },
    expectation: { name: 'Que nível você esperava?', low: 'Muito baixo', high: 'Muito alto' },
    perception: { name: 'Que nível você recebeu?', low: 'Muito baixo', high: 'Muito alto' },
    standard: { name: 'Que nível o nosso padrão exige?', low: 'Muito baixo', high: 'Muito alto' },
    promise: { name: 'Que nível prometemos?', low: 'Muito baixo', high: 'Muito alto' },
  },
  other: 'Outro',
  contact: {
    name: 'Nome',
    optional: '(opcional)',
    reach: 'E-mail ou telefone',
    consent: 'Vocês podem usar estes dados para me responder, e para mais nada.',
    incomplete: 'Informe e-mail ou telefone e marque a caixa, ou pule a pergunta.',
  },
  endings: {
    thanks: { title: 'Agradecemos sua participação', hint: '' },
    sent: { title: 'Agradecemos sua participação', hint: 'Recebemos sua resposta.' },
    keptOffline: {
      title: 'Resposta salva neste dispositivo, será enviada',
      hint: 'Você está sem conexão. Sua resposta será enviada automaticamente quando a conexão voltar.',
    },
    kept: {
      title: 'Resposta salva neste dispositivo, será enviada',
      hint: 'Ela ainda não chegou. Será reenviada automaticamente.',
    },
    lostOffline: {
      title: 'Sua resposta não foi salva',
      hint: 'Não há conexão, e este navegador não guarda nada. Deixe a página aberta e tente novamente.',
    },
    lost: {
      title: 'Sua resposta não foi salva',
      hint: 'Ela não chegou, e este navegador não guarda nada. Deixe a página aberta e tente novamente.',
    },
    rejected: { title: 'Sua resposta não foi salva', hint: 'Este site não a aceitou.' },
  },
};
