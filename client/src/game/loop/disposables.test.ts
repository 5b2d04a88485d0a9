import { expect, test } from 'vitest';
import { Disposables } from './disposables.ts';

test('what is added after disposal is released at once', () => {
  const owned = new Disposables();
  owned.dispose();
  let released = 0;
  owned.add(() => released++);
  expect(released).toBe(1);
  expect(owned.size).toBe(0);
});

test('releases last in, first out, each once', () => {
  const owned = new Disposables();
  const order: number[] = [];
  for (const n of [1, 2, 3]) owned.add(() => order.push(n));
  owned.dispose();
  owned.dispose();
  expect(order).toEqual([3, 2, 1]);
});

test('one may be released early', () => {
  const owned = new Disposables();
  let released = 0;
  const release = owned.add(() => released++);
  release();
  release();
  owned.dispose();
  expect(released).toBe(1);
});

test('takes listeners away again', () => {
  const owned = new Disposables();
  const target = new EventTarget();
  let heard = 0;
  owned.listen(target, 'ping', () => heard++);
  target.dispatchEvent(new Event('ping'));
  owned.dispose();
  target.dispatchEvent(new Event('ping'));
  expect(heard).toBe(1);
});
