import type { OperatorView } from '@bloomvale/shared/operator/accounts-api';
import { Button } from '../../ui/parts/button.tsx';
import { Modal } from '../../ui/parts/modal.tsx';
import { useAct } from '../api/use-act.ts';
import { useCall } from '../api/use-call.ts';
import { useWords } from '../i18n/use-words.ts';
import { Answered, Empty } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';

type Props = { readonly operator: OperatorView; readonly onClose: () => void };

/** Where somebody is signed in; each can be ended, or all at once. */
export function SessionsDialog({ operator, onClose }: Props) {
  const { t, at } = useWords();
  const params = { id: operator.id };
  const called = useCall('sessions', { params });
  const { busy, act } = useAct();
  const end = async (sessionId?: string): Promise<void> => {
    const done = await act('endSessions', { params, body: sessionId === undefined ? {} : { sessionId } });
    if (done?.ok === true) called.reload();
  };
  return (
    <Modal title={t('operators.sessionsOf', { name: operator.name })} onClose={onClose} width={480}>
      <Answered called={called}>
        {({ sessions }) => (
          <div className="stack">
            {sessions.length === 0 ? <Empty title={t('operators.noSessions')} /> : null}
            <ul className="reports">
              {sessions.map((one) => (
                <li key={one.id} className="report">
                  <div>
                    {t('operators.sessionSince', { time: at(one.createdAt) })}{' '}
                    {one.current ? <Tag tone="info">{t('operators.thisOne')}</Tag> : null}
                  </div>
                  <Button busy={busy === null ? false : t('operators.ending')} onClick={() => void end(one.id)}>
                    {t('operators.end')}
                  </Button>
                </li>
              ))}
            </ul>
            <div className="dialog__foot row row--wrap">
              <Button look="danger" onClick={() => void end()}>
                {t('operators.endAll')}
              </Button>
              <Button onClick={onClose}>{t('common.close')}</Button>
            </div>
          </div>
        )}
      </Answered>
    </Modal>
  );
}
