import { expect, it } from 'vitest';
import { richParts } from './rich-text.ts';

it('closes what was left open, and passes over what was never opened', () => {
  expect(richParts('a <b>b')).toEqual([
    { kind: 'text', text: 'a ' },
    { kind: 'mark', mark: 'b', parts: [{ kind: 'text', text: 'b' }] },
  ]);
  expect(richParts('a</ins> b')).toEqual([
    { kind: 'text', text: 'a' },
    { kind: 'text', text: ' b' },
  ]);
});

it('leaves other signs as they are', () => {
  expect(richParts('<script>x</script> {name} < 3')).toEqual([{ kind: 'text', text: '<script>x</script> {name} < 3' }]);
  expect(richParts('')).toEqual([]);
});

it('takes marks and values apart', () => {
  expect(richParts('<b>{{name}}</b>: <del>{{before}}</del> <ins>{{after}} coins</ins>.')).toEqual([
    { kind: 'mark', mark: 'b', parts: [{ kind: 'value', name: 'name' }] },
    { kind: 'text', text: ': ' },
    { kind: 'mark', mark: 'del', parts: [{ kind: 'value', name: 'before' }] },
    { kind: 'text', text: ' ' },
    {
      kind: 'mark',
      mark: 'ins',
      parts: [
        { kind: 'value', name: 'after' },
        { kind: 'text', text: ' coins' },
      ],
    },
    { kind: 'text', text: '.' },
  ]);
});
