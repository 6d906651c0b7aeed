/** Privacy notice and accessibility statement. */
export const about = {
  privacyTitle: 'Informativa sulla privacy',
  privacy: [
    [
      'Che cosa conserva Bandolo',
      'Bandi pubblici dell’Unione europea e dati pubblici su enti: nomi, codici PIC, competenze, progetti. Nessun dato personale dei visitatori.',
    ],
    [
      'Cookie',
      'Uno solo, «lang», quando scegli una lingua: contiene «it» o «en», dura un anno e non serve ad altro. Nessun cookie di terzi, nessuna statistica, nessuna risorsa da altri siti.',
    ],
    [
      'Registro tecnico',
      'Il server annota l’indirizzo chiesto, l’ora e la durata della risposta, per trovare i guasti.',
    ],
    ['Domande', 'Scrivi alla segreteria tecnica dell’associazione.'],
  ],
  accessibilityTitle: 'Dichiarazione di accessibilità',
  accessibility: [
    [
      'Obiettivo',
      'Bandolo è fatto per rispettare le WCAG 2.2, livello AA: si usa con la sola tastiera, si legge senza JavaScript, con un lettore di schermo, ingrandito, su un telefono da 360 pixel, con colori chiari o scuri e su carta.',
    ],
    [
      'Come lo verifichiamo',
      'A ogni modifica un controllo automatico (axe-core) passa ogni pagina in chiaro e in scuro e a tre larghezze, e una prova percorre le pagine con la sola tastiera. Manca ancora la prova con persone che usano tecnologie assistive.',
    ],
    [
      'Limiti noti',
      'I testi dei bandi sono in inglese, come li pubblica la Commissione, e marcati come tali. Ogni grafico ha accanto una tabella con gli stessi dati.',
    ],
    ['Segnalazioni', 'Se qualcosa ti ostacola, scrivi alla segreteria tecnica dell’associazione indicando la pagina.'],
  ],
};
