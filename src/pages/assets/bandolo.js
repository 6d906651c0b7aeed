// Bandolo reads and works without this file; it only makes a few things smoother.

/** The open menu closes with Escape, with a click elsewhere, and when the focus leaves it. */
const menu = document.querySelector('.menu');
if (menu) {
  const close = () => menu.removeAttribute('open');
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    close();
    menu.querySelector('summary').focus();
  });
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target)) close();
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) close();
  });
}

/** What is meant for paper goes there with one button; without this file a sentence names the browser's own. */
const printing = document.querySelector('[data-print]');
if (printing) {
  printing.hidden = false;
  printing.addEventListener('click', () => print());
}

/** While a collect runs, its progress is read again in place; when it ends, the page is. */
const live = document.querySelector('[data-live]');
if (live) {
  const again = async () => {
    const response = await fetch(live.dataset.live, { headers: { accept: 'text/html' } }).catch(() => null);
    if (!response?.ok) return setTimeout(again, 10_000);
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-live]');
    if (!fresh) return location.reload();
    live.replaceChildren(...fresh.childNodes);
    return setTimeout(again, 3000);
  };
  setTimeout(again, 3000);
}

/** A sheet saves itself a moment after the last touch; the button does the same without this file. */
const sheet = document.querySelector('[data-autosave]');
if (sheet) {
  const told = sheet.querySelector('[data-saved]');
  let waiting;
  const save = async () => {
    const body = new FormData(sheet);
    body.set('intent', 'save');
    const answer = await fetch(sheet.action, { method: 'POST', body, headers: { accept: 'application/json' } }).catch(
      () => null,
    );
    if (answer?.ok) sheet.elements.version.value = (await answer.json()).version;
    told.textContent = answer?.ok ? told.dataset.word : told.dataset.fault;
  };
  sheet.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 1200);
  });
  sheet.addEventListener('submit', () => clearTimeout(waiting));
}

/** Triage by keyboard: J and K move, X chooses, T keeps, S goes to the reason of a discard. */
const list = document.querySelector('[data-keys="triage"]');
if (list) {
  const boxes = [...list.querySelectorAll('input[type="checkbox"]')];
  const act = {
    j: () => boxes[Math.min(boxes.indexOf(document.activeElement) + 1, boxes.length - 1)]?.focus(),
    k: () => boxes[Math.max(boxes.indexOf(document.activeElement) - 1, 0)]?.focus(),
    x: () => boxes.includes(document.activeElement) && document.activeElement.click(),
    t: () => document.querySelector('button[value="keep"]').click(),
    s: () => document.querySelector('#reasonCode').focus(),
  };
  document.addEventListener('keydown', (event) => {
    const typing = event.target.matches('input:not([type="checkbox"]), select, textarea');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in act)) return;
    event.preventDefault();
    act[event.key]();
  });
}
