import { beforeEach, describe, expect, it } from 'vitest';
import { dropToast, showToast, toastStore } from './toasts.ts';

const texts = () => toastStore.getState().toasts.map((toast) => toast.text);

describe('toasts', () => {
  beforeEach(() => toastStore.setState({ toasts: [] }));

  it('do not repeat themselves', () => {
    showToast({ text: 'a' });
    showToast({ text: 'a' });
    expect(texts()).toEqual(['a']);
  });
  it('are three at most, the newest', () => {
    for (const text of ['a', 'b', 'c', 'd']) showToast({ text });
    expect(texts()).toEqual(['b', 'c', 'd']);
  });
  it('can be put away one by one', () => {
    showToast({ text: 'a' });
    showToast({ text: 'b' });
    const [first] = toastStore.getState().toasts;
    dropToast(first?.id ?? -1);
    expect(texts()).toEqual(['b']);
  });
});
