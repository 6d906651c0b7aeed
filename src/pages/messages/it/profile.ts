import { day as article } from './articles.ts';

/** One's own page, and the rights that the GDPR gives. */
export const profile = {
  title: 'Il tuo profilo',
  noBody: 'Nessun ente indicato',
  signOut: 'Esci',
  roles: 'I tuoi ruoli',
  noRoles: 'Nessuno, per ora: puoi leggere i bandi. I ruoli li dà l’amministratore.',
  passkeys: 'Passkey',
  passkeysLead: 'Con una passkey entri con impronta, volto o PIN, senza aspettare un messaggio.',
  passkeyDates: (made: string, used: string | null) =>
    used === null
      ? `creata ${article('il', made)}, mai usata`
      : `creata ${article('il', made)}, usata ${article('il', used)}`,
  passkeyName: 'Come la chiami (per esempio: telefono)',
  addPasskey: 'Crea una passkey',
  removePasskey: 'Togli',
  passkeyNoScript: 'Per crearne una serve JavaScript; il collegamento funziona sempre.',
  sessions: 'Dove sei dentro',
  thisOne: 'questo',
  someBrowser: 'Un browser',
  since: (from: string, last: string) => `${article('dal', from)} · visto ${article('il', last)}`,
  endSession: 'Chiudi',
  endOthers: 'Chiudi tutti gli altri',
  privacy: 'Dati personali',
  privacyLead: 'Tutto ciò che Bandolo conserva, in un file; oppure la cancellazione.',
  notice: 'Informativa',
  export: 'Scarica i dati (JSON)',
  eraseMe: 'Cancella i miei dati',
  eraseThem: 'Cancella i dati di questa persona',
  eraseWhat:
    'Nome, indirizzo, ente, sessioni e passkey spariscono subito e per sempre. Pareri, voti e verbali restano veri, ma al posto del nome c’è un codice che non riporta a nessuno.',
  eraseConfirm: 'Ho capito: non si torna indietro',
  erase: 'Cancella per sempre',
  done: {
    session: 'La sessione è chiusa.',
    sessions: 'Tutte le altre sessioni sono chiuse.',
    passkey: 'La passkey è pronta: la prossima volta entri con quella.',
    passkeyRemoved: 'La passkey è tolta.',
  },
};
