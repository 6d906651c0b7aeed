import type { Messages } from '../index.ts';

export const about: Messages['about'] = {
  privacyTitle: 'Privacy notice',
  privacy: [
    [
      'What Bandolo keeps',
      'Public calls of the European Union and public facts about bodies: names, PIC codes, competences, projects. No personal data of visitors.',
    ],
    [
      'Cookies',
      'Only one, “lang”, when you choose a language: it holds “it” or “en”, lasts a year and serves nothing else. No third-party cookies, no statistics, no resources from other sites.',
    ],
    [
      'Technical log',
      'The server notes the address asked for, the time, and how long the answer took, in order to find faults.',
    ],
    ['Questions', 'Write to the association’s technical secretariat.'],
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
