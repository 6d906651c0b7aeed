// Bandolo reads and works without this file; it only makes two things smoother.

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
