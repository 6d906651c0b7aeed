/** Privacy notice and accessibility statement. */
export const about = {
  privacyTitle: 'Informativa sulla privacy',
  privacy: [
    [
      'Chi legge i bandi',
      'Di chi visita le pagine pubbliche non conserviamo dati personali. I bandi e i dati sugli enti (nomi, codici PIC, competenze, progetti) sono pubblici.',
    ],
    [
      'Chi lavora ai dossier',
      'Delle persone dell’associazione conserviamo nome, indirizzo e-mail di lavoro, ente, ruoli, interessi, e ciò che fanno nei dossier: valutazioni, voti, pareri. Serve a decidere insieme a quali bandi partecipare e a renderne conto (legittimo interesse dell’associazione, art. 6.1.f del GDPR). Il titolare è l’associazione indicata in cima a ogni pagina.',
    ],
    [
      'Chi li vede',
      'Solo le persone dell’associazione, secondo il loro ruolo. Nessun dato va ad altri, se non i nomi che un ente accetta di mostrare.',
    ],
    [
      'Cookie',
      'Due, entrambi tecnici: «lang» ricorda la lingua per un anno; chi accede ne riceve un altro, che lo riconosce per al massimo 60 giorni e sparisce uscendo. Nessun cookie di terzi, nessuna statistica, nessuna risorsa da altri siti.',
    ],
    [
      'Registro',
      'Chi ha fatto che cosa resta nel registro delle azioni, che il consiglio può leggere. Il server annota inoltre l’indirizzo chiesto, l’ora e la durata della risposta, per trovare i guasti; gli indirizzi di rete servono per un quarto d’ora, come impronta, a fermare chi prova troppe volte.',
    ],
    [
      'Per quanto tempo',
      'Finché fai parte dell’associazione. Se chiedi la cancellazione, nome, indirizzo ed ente spariscono subito; pareri, voti e verbali restano con un codice che non riporta a nessuno. Le copie di sicurezza scadono con il loro ciclo.',
    ],
    [
      'I tuoi diritti',
      'Nel profilo trovi tutti i tuoi dati in un file e il pulsante per cancellarli. Per correggerli, opporti o altre domande scrivi alla segreteria tecnica; puoi rivolgerti al Garante per la protezione dei dati personali.',
    ],
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
