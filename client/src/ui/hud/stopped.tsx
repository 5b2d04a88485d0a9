import { Dialog } from '@base-ui/react/dialog';
import type { IconName } from '@bloomvale/assets/manifest';
import { netStore, type StopReason } from '../../store/net.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

const ICONS: Record<StopReason, IconName> = {
  'taken-over': 'houses',
  'wrong-version': 'sparkles',
  'signed-out': 'waving-hand',
  suspended: 'waving-hand',
  flood: 'cloud-with-rain',
  deleted: 'waving-hand',
  fault: 'cloud-with-rain',
};

/** The connection ended for a reason that waiting does not mend: says which, and the one thing that helps. It cannot be put away. */
export function Stopped({ reason }: { reason: StopReason }) {
  const { t, date, time } = useTexts();
  const until = useSlice(netStore, (net) => net.until);
  const when = until === null ? '' : `${date(until)} ${time(until)}`;
  return (
    <Dialog.Root open disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Viewport className="stage">
          <Dialog.Popup className="card dialog notice" role="alertdialog">
            <Icon name={ICONS[reason]} size={48} />
            <Dialog.Title className="dialog__title">{t(`stopped.${reason}.title`)}</Dialog.Title>
            <Dialog.Description>{t(`stopped.${reason}.body`, { until: when })}</Dialog.Description>
            <Button look="primary" block onClick={() => location.reload()}>
              {t(`stopped.${reason}.act`)}
            </Button>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
