/** Column heads of the lists for spreadsheets. */
export const csv = {
  identifier: 'Codice',
  title: 'Titolo',
  programme: 'Programma',
  typesOfAction: 'Tipo di azione',
  status: 'Stato',
  opensOn: 'Apertura',
  deadline: 'Scadenza (UTC)',
  daysLeft: 'Giorni rimasti',
  budget: 'Dotazione (euro)',
  grants: 'Progetti attesi',
  relevance: 'Pertinenza',
  pillar: 'Pilastro',
  url: 'Pagina ufficiale',
};
