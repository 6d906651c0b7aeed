import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { buildDigest, type DigestInput, MOST_NEW } from '../../src/digests/build-digest.ts';
import type { FreshTopic } from '../../src/digests/digest-items.ts';
import { renderHtml } from '../../src/digests/render-html.tsx';
import { renderText } from '../../src/digests/render-text.ts';

const fresh = (more: Partial<FreshTopic> = {}): FreshTopic => ({
  identifier: 'LIFE-2026-CET-EMPOWER',
  title: 'Clean energy for affordability in cities',
  url: 'https://bandolo.example/bandi/LIFE-2026-CET-EMPOWER',
  muteUrl: 'https://bandolo.example/m/1',
  pillar: 'environment',
  pillarScore: 0.87,
  relevance: 0.9,
  opensOn: null,
  deadlineAt: '2026-12-16T16:00:00Z',
  typesOfAction: ['IA'],
  budgetEur: 6_000_000,
  expectedGrants: null,
  phrases: ['EU cities', 'clean energy', 'affordability', 'a fourth phrase'],
  partners: ['A2A'],
  search: null,
  role: 'lettera di sostegno',
  ...more,
});

const input = (more: Partial<DigestInput> = {}): DigestInput => ({
  language: 'it',
  association: 'Associazione Milano Smart City',
  from: '2026-11-16T06:00:00Z',
  to: '2026-11-23T06:00:00Z',
  dataAsOf: '2026-11-23T04:20:00Z',
  fresh: [],
  burst: [],
  changed: [],
  waiting: [],
  expiring: [],
  nudge: true,
  why: 'Ricevi questo riepilogo il lunedì perché coordini il gruppo Ambiente.',
  urls: {
    shortlist: 'https://bandolo.example/da-valutare',
    changed: 'https://bandolo.example/bandi',
    preferences: 'https://bandolo.example/p/1',
    unsubscribe: 'https://bandolo.example/u/1',
  },
  ...more,
});

const mail = (more: Partial<DigestInput>) => {
  const document = buildDigest(input(more));
  if (document === null) throw new Error('expected a mail');
  return document;
};

describe('the weekly digest', () => {
  it('is not sent when there is nothing to say', () => {
    expect(buildDigest(input())).toBeNull();
  });

  it('is not sent for a deadline that lies far ahead or has just passed', () => {
    const expiring = (deadlineAt: string) => ({
      identifier: 'X',
      title: 'X',
      url: 'https://x.example',
      pillar: null,
      deadlineAt,
      note: '',
    });
    expect(
      buildDigest(input({ expiring: [expiring('2027-03-01T16:00:00Z'), expiring('2026-11-22T16:00:00Z')] })),
    ).toBeNull();
  });

  it('tells of a deadline once when it comes near, and of what waits once a week or when it presses', () => {
    const dossier = {
      identifier: 'X',
      title: 'X',
      url: 'https://x.example',
      pillar: null,
      deadlineAt: '2026-12-21T16:00:00Z',
      note: '',
    };
    expect(buildDigest(input({ expiring: [dossier] }))?.subject).toBe('[Bandolo] X: mancano 28 giorni');
    const later = { from: '2026-11-23T06:00:00Z', to: '2026-11-30T06:00:00Z', expiring: [dossier] };
    expect(buildDigest(input(later))).toBeNull();
    expect(buildDigest(input({ ...later, fresh: [fresh()] }))?.sections).toHaveLength(2);

    const task = (by: string | null) => [
      { title: 'T', identifier: 'T', url: 'https://x.example', by, note: '', pillar: 'living' as const },
    ];
    expect(buildDigest(input({ waiting: task(null) }))?.subject).toBe('[Qualità della vita] T');
    expect(buildDigest(input({ waiting: task(null), nudge: false }))).toBeNull();
    expect(buildDigest(input({ waiting: task('2026-11-30T16:00:00Z'), nudge: false }))).toBeNull();
    expect(buildDigest(input({ waiting: task('2026-11-25T16:00:00Z'), nudge: false }))).not.toBeNull();
  });

  it('names the pillar first in the subject, so that a phone shows it', () => {
    expect(
      mail({ fresh: [fresh(), fresh({ identifier: 'B', pillar: 'mobility' }), fresh({ identifier: 'C' })] }).subject,
    ).toBe('[Ambiente] 3 nuovi bandi');
    expect(mail({ language: 'en', fresh: [fresh()] }).subject).toBe('[Environment] 1 new call');
  });

  it('names who writes where there is no pillar to name, and the thing itself where there is but one', () => {
    const task = (title: string) => ({
      title,
      identifier: '',
      url: 'https://x.example',
      by: null,
      note: 'Consegna la scheda',
      pillar: null,
    });
    const subject = (...titles: string[]) => mail({ waiting: titles.map(task) }).subject;
    expect(subject('Reti di calore')).toBe('[Bandolo] Consegna la scheda: Reti di calore');
    expect(subject('A', 'B')).toBe('[Bandolo] 2 cose da fare');
    expect(subject('x'.repeat(300)).length).toBeLessThanOrEqual(100);
  });

  it('shows at most ten new calls, the most relevant ones', () => {
    const many = Array.from({ length: 14 }, (_, n) =>
      fresh({ identifier: `T-${n}`, title: `T-${n}`, relevance: n / 14 }),
    );
    const [section] = mail({ fresh: many }).sections;
    expect(section?.items).toHaveLength(MOST_NEW);
    expect(section?.items[0]?.code).toBe('T-13');
    expect(section?.items.map((item) => item.code)).not.toContain('T-0');
  });

  it('tells why: three phrases, the pillar and the partner', () => {
    const why = mail({ fresh: [fresh()] }).sections[0]?.items[0]?.lines[1]?.text;
    expect(why).toBe('«EU cities», «clean energy», «affordability»; pilastro Ambiente 0,87; affine a A2A');
  });

  it('says how many there are where it shows ten of them', () => {
    const many = Array.from({ length: 14 }, (_, n) => fresh({ identifier: `T-${n}` }));
    const text = renderText(mail({ fresh: many }));
    expect(text).toContain('Nuovi per te (14)');
    expect(text).toContain('Altri 4 su Bandolo');
  });

  it('says unknown where nothing is known, never zero', () => {
    const text = renderText(mail({ fresh: [fresh({ budgetEur: null, deadlineAt: null, role: null })] }));
    expect(text).toContain('dotazione non nota');
    expect(text).toContain('Scadenza non nota');
    expect(text).toContain('Ruolo possibile: non noto');
    expect(text).not.toMatch(/\b0\sM€/);
  });

  it('puts the Brussels hour on both sides of the clock change', () => {
    const text = renderText(
      mail({
        fresh: [
          fresh({ deadlineAt: '2026-12-16T16:00:00Z' }),
          fresh({ identifier: 'B', deadlineAt: '2027-04-08T15:00:00Z' }),
        ],
      }),
    );
    expect(text.match(/ore 17:00 \(Bruxelles\): /g)).toHaveLength(2);
  });

  it('says in HTML all that it says in text', () => {
    const document = mail({
      fresh: [fresh()],
      changed: [
        {
          identifier: 'Y',
          title: 'A moved call',
          url: 'https://bandolo.example/bandi/Y',
          pillar: 'mobility',
          why: ['pilastro Mobilità'],
          changes: [{ field: 'deadlines', before: '3 dicembre 2026', after: '10 dicembre 2026' }],
        },
      ],
      waiting: [
        {
          title: 'Consegna la scheda',
          pillar: null,
          identifier: 'Z',
          url: 'https://bandolo.example/d/1',
          by: '2026-11-26T16:00:00Z',
          note: 'La bozza è salvata.',
        },
      ],
    });
    const squash = (text: string) => text.replace(/\s+/g, '');
    const html = squash(load(renderHtml(document)).root().text());
    for (const section of document.sections) {
      for (const item of section.items) {
        for (const said of [section.heading, item.title.label, item.code ?? '', ...item.lines.map((line) => line.text)])
          expect(html).toContain(squash(said));
      }
    }
    expect(html).toContain(squash('3 dicembre 2026 → 10 dicembre 2026'));
  });

  it('lets no markup of a portal through', () => {
    const html = renderHtml(
      mail({ fresh: [fresh({ title: '<script>alert(1)</script><img src=x onerror=alert(1)>' })] }),
    );
    const $ = load(html);
    expect($('script, img').length).toBe(0);
    expect($('a[lang=en]').text()).toContain('<script>');
  });
});
