import type { Disposables } from '../loop/disposables.ts';
import type { Px } from '../space/iso.ts';
import { type Gesture, GestureRecogniser, type PointerKind, type PressKind } from './gesture.ts';

export type PointerHost = {
  readonly pressKind: (at: Px) => PressKind;
  readonly gesture: (gesture: Gesture) => void;
  readonly wheel: (at: Px, delta: number) => void;
};

/** A mouse wheel notch in lines or pages, in pixels. */
const LINE = 16;
const PAGE = 400;
const WHEEL_MOST = 240;

/**
 * Reads the canvas' pointers itself instead of through Phaser: gestures are recognised by a plain, tested module, and a tap reaches the
 * store in the event that caused it, also while no frame is being drawn.
 */
export function bindPointers(element: HTMLElement, host: PointerHost, owned: Disposables): void {
  const recogniser = new GestureRecogniser((at) => host.pressKind(at));
  const tell = (gestures: readonly Gesture[]) => {
    for (const gesture of gestures) host.gesture(gesture);
  };
  const at = (event: MouseEvent): Px => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  owned.listen(element, 'pointerdown', (event: PointerEvent) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    tell(recogniser.down(event.pointerId, kindOf(event), at(event), event.timeStamp));
  });
  owned.listen(element, 'pointermove', (event: PointerEvent) => {
    tell(recogniser.move(event.pointerId, kindOf(event), at(event), event.timeStamp));
  });
  owned.listen(element, 'pointerup', (event: PointerEvent) => {
    tell(recogniser.up(event.pointerId, at(event), event.timeStamp));
  });
  owned.listen(element, 'pointercancel', (event: PointerEvent) => tell(recogniser.cancel(event.pointerId)));
  owned.listen(element, 'pointerleave', () => tell(recogniser.leave()));
  owned.listen(
    element,
    'wheel',
    (event: WheelEvent) => {
      event.preventDefault();
      const unit = event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? PAGE : 1;
      // A pinch on a trackpad comes as a wheel with Ctrl, in much smaller steps.
      const scaled = event.deltaY * unit * (event.ctrlKey ? 6 : 1);
      host.wheel(at(event), Math.max(-WHEEL_MOST, Math.min(WHEEL_MOST, scaled)));
    },
    { passive: false },
  );
  owned.listen(element, 'contextmenu', (event: Event) => event.preventDefault());
}

const kindOf = (event: PointerEvent): PointerKind =>
  event.pointerType === 'touch' ? 'touch' : event.pointerType === 'pen' ? 'pen' : 'mouse';
