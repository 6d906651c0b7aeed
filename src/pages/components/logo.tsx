/** A skein whose end has been found. */
export const Logo = () => (
  <svg
    viewBox="0 0 36 36"
    width="36"
    height="36"
    fill="none"
    stroke="currentColor"
    stroke-width="2.2"
    stroke-linecap="round"
    aria-hidden="true"
  >
    {[-38, 22, 82].map((angle) => (
      <ellipse cx="15" cy="17" rx="12" ry="6.5" transform={`rotate(${angle} 15 17)`} />
    ))}
    <path d="M24 25c3 3.5 6 3 9.5 1" />
    <circle cx="33.2" cy="26.2" r="1.6" fill="currentColor" stroke="none" />
  </svg>
);
