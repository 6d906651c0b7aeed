import type { Messages } from '../messages.ts';

export const about: Messages['about'] = {
  privacyTitle: 'Privacy notice',
  privacy: [
    [
      'Who reads calls',
      'Of visitors to the public pages we keep no personal data. Calls and the data on bodies (names, PIC codes, competences, projects) are public.',
    ],
    [
      'Who works on dossiers',
      'Of the association’s people we keep name, work e-mail, body, roles, interests, and what they do in dossiers: reviews, votes, opinions. It serves to decide together which calls to take part in and to account for it (the association’s legitimate interest, GDPR article 6.1.f). The controller is the association named above every page.',
    ],
    [
      'Who sees them',
      'Only the association’s people, by their role. Nothing goes to others, except names that a body agrees to show.',
    ],
    [
      'Cookies',
      'Two, both technical: “lang” remembers the language for a year; who signs in gets another one, which recognises them for at most 60 days and goes when they sign out. No third-party cookies, no statistics, nothing from other sites.',
    ],
    [
      'Logs',
      'Who did what stays in the audit log, which the board can read. The server also notes the address asked for, the hour and how long the answer took, to find faults; network addresses serve for a quarter of an hour, as a hash, to stop those who try too often.',
    ],
    [
      'For how long',
      'As long as you belong to the association. If you ask for erasure, name, address and body vanish at once; opinions, votes and minutes stay with a code that leads back to nobody. Backups expire with their own cycle.',
    ],
    [
      'Your rights',
      'Your profile holds all your data in one file and the button to erase them. To correct them, to object or for other questions write to the association’s secretariat; you may turn to the Italian data protection authority.',
    ],
  ],
  accessibilityTitle: 'Accessibility statement',
  accessibility: [
    [
      'Aim',
      'Bandolo is made to meet WCAG 2.2, level AA: it works with the keyboard alone, reads without JavaScript, with a screen reader, enlarged, on a phone of 360 pixels, in light or dark colours, and on paper.',
    ],
    [
      'How we check',
      'With every change an automatic check (axe-core) goes through each page in light and dark and at three widths, and a test walks the pages with the keyboard alone. A test with people who use assistive technology is still missing.',
    ],
    [
      'Known limits',
      'The texts of the calls are in English, as the Commission publishes them, and are marked as such. Beside each chart there is a table with the same data.',
    ],
    ['Reports', 'If something stands in your way, write to the association’s technical secretariat and name the page.'],
  ],
};
