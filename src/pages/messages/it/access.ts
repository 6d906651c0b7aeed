/** Coming in, and being kept out. */
export const access = {
  signIn: 'Accedi',
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
