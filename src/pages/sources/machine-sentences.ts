/**
 * What the machine writes of a reading, in English, beside how it is said in Italian; `{name}` stands for what changes. The
 * store keeps the English sentence: logs, the API and an older row need no second one. Longer sentences before those that
 * they contain; a hole named `why` holds another sentence.
 */
export const MACHINE_SENTENCES: readonly (readonly [english: string, italian: string])[] = [
  ['{why} ({tries} tries)', '{why} ({tries} tentativi)'],
  ['{why} ({count} times)', '{why} ({count} volte)'],
  ['not read: {why}', 'non letto: {why}'],
  // A request
  ['{url} answered HTTP {status}', '{url} ha risposto HTTP {status}'],
  ['{url} could not be reached: {cause}', '{url} non è raggiungibile: {cause}'],
  ['{url}: no search answer ({cause})', '{url}: non è la risposta di una ricerca ({cause})'],
  ['{url} is not whole: {cause}', '{url} non è intero: {cause}'],
  ['{url} ended in the middle', '{url} si è interrotto a metà'],
  ['{url} answered with an empty body', '{url} ha risposto senza contenuto'],
  ['{url} answered with a web page instead of JSON', '{url} ha risposto con una pagina web al posto dei dati'],
  ['{url} answered with JSON that ends or breaks midway ({cause})', '{url} ha risposto con dati interrotti ({cause})'],
  ['{url} answered without «TopicDetails»', '{url} ha risposto senza «TopicDetails»'],
  ['{url} led to another host, {host}', '{url} rimanda a un altro server, {host}'],
  ['{url}: more than {count} redirects', '{url}: più di {count} rinvii'],
  ['{url} sent more than {count} bytes', '{url} ha mandato più di {count} byte'],
  ['{url} sent no first byte in time', '{url} non ha cominciato a rispondere in tempo'],
  ['{url} stopped in the middle of its answer in time', '{url} si è fermato a metà della risposta'],
  ['reading {url} was stopped', 'la lettura di {url} è stata fermata'],
  [
    'asked for page {page} of size {size}, got page {other} of size {otherSize}',
    'chiesta la pagina {page} da {size} righe, arrivata la pagina {other} da {otherSize}',
  ],
  // A pass and its proof
  [
    'page {page} says {count} rows, page 1 said {total}',
    'la pagina {page} dice {count} righe, la pagina 1 ne diceva {total}',
  ],
  ['{count} results of page {page} are no rows', '{count} risultati della pagina {page} non sono righe'],
  ['{reference}: {field} {found} instead of {asked}', '{reference}: {field} {found} invece di {asked}'],
  [
    'pass {pass}: {found} different rows of {total}, {repeated} repeated',
    'passata {pass}: {found} righe diverse su {total}, {repeated} ripetute',
  ],
  ['no two of {count} passes agree', 'nessuna coppia delle {count} passate concorda'],
  ['{total} rows sorted, {count} unsorted', '{total} righe con l’ordinamento, {count} senza'],
  ['more than {count} rows on the day {day}', 'più di {count} righe nel giorno {day}'],
  [
    '{found} of {total} rows have a sort date between {from} and {until}',
    '{found} righe su {total} hanno una data di ordinamento tra {from} e {until}',
  ],
  [
    '{rows} rows after {level} ({change}), seen on {days} of {enough} days; accept the new level on Fonti if it is right',
    '{rows} righe dopo {level} ({change}), viste in {days} giorni su {enough}; se il nuovo livello è giusto, accettalo su Fonti',
  ],
  ['not a single row', 'nemmeno una riga'],
  ['no rows after {level}; nothing is taken as gone', 'nessuna riga dopo {level}; niente è dato per sparito'],
  // Oddities of rows
  ['the row has no {field}', 'la riga non ha {field}'],
  ['{count} rows for one topic; {reference} was taken', '{count} righe per un solo topic; si è presa {reference}'],
  [
    'the row {reference} is older than what is known; {kept} stays',
    'la riga {reference} è più vecchia di ciò che si sa; resta {kept}',
  ],
  [
    'the facet {name} has a code that our table lacks, on {count} rows',
    'la faccetta {name} ha un codice che manca alla nostra tabella, su {count} righe',
  ],
  ['a programme that our table does not hold', 'un programma che la nostra tabella non ha'],
  ['a status that our table does not hold', 'uno stato che la nostra tabella non ha'],
  ['a type of action that our table does not hold', 'un tipo di azione che la nostra tabella non ha'],
  ['a deadline model that our table does not hold', 'una modalità di scadenza che la nostra tabella non ha'],
  [
    'a field that no list names, first seen in {reference}',
    'un campo che nessun elenco nomina, visto prima in {reference}',
  ],
  ['opening day: no date that we know to read', 'giorno di apertura: non è una data che sappiamo leggere'],
  ['deadline: no date that we know to read', 'scadenza: non è una data che sappiamo leggere'],
  ['deadline: an hour that is neither midnight nor 17:00', 'scadenza: un’ora che non è né mezzanotte né le 17:00'],
  ['deadlines differ between the parts of one topic', 'le scadenze differiscono tra le parti di uno stesso topic'],
  ['title: hidden characters or broken encoding', 'titolo: caratteri nascosti o codifica rotta'],
  ['title: missing, another name stands in', 'titolo: manca, un altro nome ne fa le veci'],
  ['title: missing, the identifier stands in', 'titolo: manca, il codice ne fa le veci'],
  ['{field}: hidden characters or broken encoding repaired', '{field}: riparati caratteri nascosti o codifica rotta'],
  ['{field}: not the shape that we know', '{field}: non ha la forma che conosciamo'],
  ['{field}: expected JSON', '{field}: non è JSON'],
  ['{field}: expected a list of actions', '{field}: non è un elenco di azioni'],
  ['{heading}: nested too deeply, markup dropped', '{heading}: troppi livelli, resta il solo testo'],
  ['{heading}: link removed', '{heading}: collegamento tolto'],
  ['{heading}: cut at {count} characters', '{heading}: tagliato a {count} caratteri'],
  // The second list
  ['grantsTenders.json lists this topic, the search does not', 'grantsTenders.json elenca questo topic, la ricerca no'],
  [
    'deadlines ahead: search none, grantsTenders.json {others}',
    'scadenze future: nessuna nella ricerca, {others} in grantsTenders.json',
  ],
  [
    'deadlines ahead: search {own}, grantsTenders.json {others}',
    'scadenze future: {own} nella ricerca, {others} in grantsTenders.json',
  ],
  [
    '{count} topics differ between the search and grantsTenders.json; the first {listed} are listed',
    '{count} topic differiscono tra ricerca e grantsTenders.json; si elencano i primi {listed}',
  ],
  // An archive of CORDIS
  ['a column that we do not know', 'una colonna che non conosciamo'],
  ['row left out: {cause}', 'riga lasciata fuori: {cause}'],
  ['left out: this value is none that we can read', 'lasciato fuori: un valore che non sappiamo leggere'],
  ['the process ended before the archive was read', 'il processo è finito prima di aver letto l’archivio'],
  // An imported file
  ["the file's «{value}» is not in our table", '«{value}» del file manca alla nostra tabella'],
  [
    "the file's description is longer than a section may be",
    'la descrizione del file è più lunga di quanto possa essere una sezione',
  ],
];
