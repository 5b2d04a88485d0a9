import { describe, expect, it } from 'vitest';
import { elided } from './elision.ts';

describe('French elision', () => {
  it.each(['Le prêt de Nino', 'une note de A à E', 'le groupe de Halima', 'de onze pièces', 'Boutique de l’Oasis'])(
    'leaves %j as it is',
    (text) => expect(elided(text)).toBe(text),
  );
  it.each([
    ['Le prêt de Isatou', 'Le prêt d’Isatou'],
    ['De Élodie à Awa, de Awa à Nino', 'D’Élodie à Awa, d’Awa à Nino'],
    ['Tout ce que Anahit a rendu', 'Tout ce qu’Anahit a rendu'],
  ])('joins %j', (text, joined) => expect(elided(text)).toBe(joined));
});
