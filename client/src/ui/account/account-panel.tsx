import { playerStore } from '../../store/player.ts';
import { closePanel } from '../navigation/open.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Modal } from '../parts/modal.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { DataSection } from './data-section.tsx';
import { DeviceCode } from './device-code.tsx';
import { KeepVillage } from './keep-village.tsx';
import { ProfileSection } from './profile-section.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Who one is here, how to keep it, and how to leave. */
export function AccountPanel() {
  const { t } = useTexts();
  const look = useSlice(playerStore, (player) => player.look);
  const guest = useSlice(playerStore, (player) => player.guest);
  const email = useSlice(playerStore, (player) => player.email);
  return (
    <Modal title={t('account.title')} onClose={closePanel} width={620} lead={<Avatar who={look} size={64} />}>
      <p className="muted">{guest ? t('account.guest') : t('account.known', { email: email ?? '' })}</p>
      <div className="settings">
        <ProfileSection />
        {guest ? <KeepVillage /> : <RecoveryCodes />}
        <DeviceCode />
        <DataSection />
      </div>
    </Modal>
  );
}
