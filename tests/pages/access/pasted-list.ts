/** The list as a secretary pastes it: 25 good lines, headings, and two that need mending. */
export function pastedList(): string {
  const groups = ['Economia', 'Persone', 'Governance', 'Mobilità', 'Ambiente', 'Qualità della vita'];
  const rows = Array.from({ length: 25 }, (_, at) =>
    [
      `Nome${at} Cognome${at}`,
      `nome${at}@example.org`,
      at % 5 === 0 ? 'Comune di Milano' : '',
      groups[at % 6],
      at < 6 ? 'coordinatore' : 'membro',
    ].join('\t'),
  );
  const faulty = ['Senza Posta\tsenza-posta\t\tAmbiente\tmembro', 'Di Altri\taltri@example.org\tEnte Ignoto\t\t'];
  return ['Nome\tE-mail\tEnte\tGruppo\tRuolo', ...rows, ...faulty].join('\r\n');
}
