/** Pages for when something is not as asked; each says what to do next. */
export const errors = {
  notFoundTitle: 'Questa pagina non c’è',
  notFound: 'L’indirizzo non corrisponde a nessuna pagina. Forse un collegamento è vecchio, o manca un pezzo.',
  topicTitle: 'Questo bando non è in archivio',
  topic: (id: string) =>
    `Nessun bando si chiama «${id}», né si chiamava così. Controlla il codice, oppure cerca con qualche parola del titolo.`,
  siblingsTitle: 'Più bandi hanno questo codice',
  siblings: (id: string) => `«${id}» è il codice comune di più bandi a cascata. Scegli quello che cerchi:`,
  partnerTitle: 'Questo partner non è in elenco',
  partner: (id: string) => `Nessun partner ha il codice «${id}». Cercalo nell’elenco.`,
  queryTitle: 'Un filtro dell’indirizzo non si può usare',
  unknownParameter: (name: string) => `Il parametro «${name}» non esiste: toglilo dall’indirizzo.`,
  badParameter: (name: string, value: string) => `Il parametro «${name}» non accetta il valore «${value}».`,
  expected: 'Che cosa accetta:',
  tooLargeTitle: 'Questo modulo è troppo grande',
  tooLarge:
    'Un modulo contiene al massimo un megabyte. Torna indietro, accorcia i testi o dividi l’elenco, e invia di nuovo.',
  formTitle: 'Questo modulo non si legge',
  form: 'Quello che è arrivato non è un modulo di Bandolo, o è arrivato a metà. Torna alla pagina, ricaricala e invia di nuovo.',
  brokenTitle: 'Qualcosa si è rotto qui, non da te',
  broken:
    'Bandolo non è riuscito a preparare la pagina. I dati sono al sicuro. Riprova fra un minuto; se succede ancora, manda all’amministratore l’ora e l’indirizzo qui sotto.',
  storeTitle: 'L’archivio non risponde',
  store:
    'Il disco dell’archivio è pieno o guasto, oppure un altro programma lo tiene occupato. Quello che hai inviato ora non è stato salvato; quello di prima non è stato toccato. Riprova fra un minuto; se succede ancora, manda all’amministratore l’ora e l’indirizzo qui sotto: il registro del server dice causa e rimedio.',
  brokenAt: (when: string, path: string) => `${when} · ${path}`,
  toShortlist: 'Vai a Da valutare',
  toTopics: 'Cerca nei bandi',
  toPartners: 'Elenco dei partner',
  withoutFilters: 'La stessa pagina senza filtri',
  again: 'Riprova',
};
