/** Coming in, and being kept out. */
export const access = {
  signIn: 'Accedi',
  lead: 'Per chi lavora ai dossier. I bandi si leggono senza accesso, e qui non ci sono password.',
  byLink: 'Con un collegamento',
  email: 'Indirizzo e-mail',
  emailHelp: 'Quello con cui l’associazione ti conosce.',
  askLink: 'Chiedi il collegamento',
  byPasskey: 'Con la passkey',
  byPasskeyLead: 'Se ne hai già creata una nel tuo profilo: impronta, volto o PIN di questo dispositivo.',
  usePasskey: 'Usa la passkey',
  passkeyFault: 'Non ha funzionato. Riprova, oppure usa il collegamento.',
  askedTitle: 'Richiesta ricevuta',
  askedMail:
    'Se l’indirizzo è fra quelli conosciuti, fra poco arriva un messaggio con il collegamento. Vale 15 minuti, una volta sola.',
  askedPaper:
    'Qui la posta non è attiva. Se l’indirizzo è fra quelli conosciuti, l’amministratore vede la tua richiesta e ti consegna un collegamento.',
  askedNothing: 'Non è arrivato nulla? Controlla la posta indesiderata, poi chiedi all’amministratore.',
  tooManyTitle: 'Troppi tentativi da questa rete',
  tooMany: 'Aspetta un quarto d’ora e riprova. Chi è già dentro non se ne accorge.',
  linkTitle: 'Entra in Bandolo',
  linkLead: 'Il collegamento è valido. Premi il pulsante: da quel momento non si può più usare.',
  enter: 'Entra',
  cookieNote: 'Entrando, il browser conserva un solo cookie di sessione: serve a riconoscerti e a nient’altro.',
  firstTitle: 'Benvenuto: comincia da te',
  firstLead: 'Sei il primo. Di’ chi sei, e sarai l’amministratore; poi in un’ora l’associazione è pronta.',
  yourName: 'Nome e cognome',
  begin: 'Comincia',
  goneTitle: 'Questo collegamento non vale più',
  gone: 'È già stato usato, è scaduto, o ne è stato fatto uno più nuovo. Chiedine un altro: ci vuole un momento.',
  askAnother: 'Chiedi un altro collegamento',
  toStart: 'Torna all’inizio',
  toProfile: 'Vedi i tuoi ruoli',
  signInFirstTitle: 'Per questa pagina serve l’accesso',
  signInFirst:
    'La leggono solo le persone dell’associazione. Accedi e tornerai qui; i bandi restano leggibili a tutti.',
  forbiddenTitle: 'I tuoi ruoli non arrivano fin qui',
  forbidden:
    'Sei dentro, ma questa pagina o questa azione spetta ad altri ruoli. Se ti serve, chiedi all’amministratore di aggiungerti il ruolo: i tuoi li trovi nel profilo.',
  foreignFormTitle: 'Il modulo non è stato accettato',
  foreignForm:
    'O la tua sessione è finita mentre la pagina era aperta, o il modulo veniva da un altro sito. Nulla è cambiato: torna indietro, ricarica la pagina e invia di nuovo.',
};
